#include "ui/selected_panel.h"

#include "session/filters.h"
#include "session/numbers.h"
#include "ui/button.h"
#include "ui/difference.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 12, kHeadHeight = 32, kLine = 19;

// "cum" above "2.06 s 62.4 %"; returns the width.
float BigNumber(Frame& frame, float x, float y, std::string_view word, const std::string& value,
                const std::string& share) {
  const Theme& t = frame.theme;
  const float head = frame.pen.Text({x, y, 0, 14}, kTiny, t.text3, word);
  float width = frame.pen.Text({x, y + 14, 0, 24}, kTitle, t.text, value);
  if (!share.empty()) {
    width += 6;
    width += frame.pen.Text({x + width, y + 17, 0, 20}, kBody, t.text2, share);
  }
  frame.snapshot.Add(Role::kLabel, word, share.empty() ? value : value + " " + share,
                     {x, y, width, 38});
  return std::max(head, width);
}

// Of a difference: A, B and what is between them, by cum.
void DrawChange(Frame& frame, const Rect& rest, const OpenProfile& profile, NameId name) {
  const std::string& unit = profile.Type().unit;
  const auto row = frame.session.ShownChanges()->Find(name);
  const BothSides of = row ? row->cum : BothSides{};
  const float gap = 28;
  float x = rest.x;
  if (row) {
    x += BigNumber(frame, x, rest.y, "A, cum", ValueText(of.a, unit), "") + gap;
    x += BigNumber(frame, x, rest.y, "B, cum", ValueText(of.b, unit), "") + gap;
  }
  const std::string_view how = !row || row->significant ? "" : "within noise";
  BigNumber(frame, x, rest.y, "difference", row ? SignedText(of.b - of.a, unit) : "none",
            std::string(how));
}

void DrawNumbers(Frame& frame, Rect rest, const OpenProfile& profile, const Peek& peek) {
  if (frame.session.ShownChanges()) return DrawChange(frame, rest, profile, peek.name);
  const std::string& unit = profile.Type().unit;
  const float gap = 32, y = rest.y;
  float x = rest.x;
  x += BigNumber(frame, x, y, "cum", ValueText(peek.cum, unit), PercentText(peek.cum, peek.total));
  x += gap;
  x += BigNumber(frame, x, y, "flat", ValueText(peek.flat, unit),
                 PercentText(peek.flat, peek.total));
  x += gap;
  x += BigNumber(frame, x, y, "boxes", CountText(peek.boxes), "");
}

// Callers or callees, each with its share of the function's cum; a click selects it.
void DrawKin(Frame& frame, Rect area, std::string_view head, std::string_view id,
             const std::vector<PeekRow>& rows, std::int64_t of, float line) {
  const OpenProfile& profile = *frame.session.active();
  frame.pen.Text(CutTop(area, 16), kTiny, frame.theme.text3, head);
  CutTop(area, 2);
  if (rows.empty()) {
    frame.pen.Text(CutTop(area, line), kSmall, frame.theme.text3, "none");
    return;
  }
  for (std::size_t i = 0; i < rows.size() && area.h >= line; ++i) {
    const Rect row = CutTop(area, line);
    const Press press = Pressable(frame, id, i, row);
    if (press.hovered) {
      frame.pen.Fill({row.x - 4, row.y, row.w + 4, row.h}, frame.theme.hover, 2);
      frame.cursor = Cursor::kHand;
    }
    const std::string share = PercentText(rows[i].cum, of);
    frame.pen.Text({row.x, row.y, 46, row.h}, kTiny, frame.theme.text2, share, Align::kRight);
    DrawName(frame, {row.x + 54, row.y, row.w - 54, row.h}, kBoxLabel, profile.names, rows[i].name,
             frame.theme.text, frame.theme.text3);
    frame.snapshot.Add(Role::kRow, profile.names.Full(rows[i].name),
                       ValueText(rows[i].cum, profile.Type().unit) + " " + share, row,
                       press.hovered ? kHovered : 0);
    if (press.clicked) frame.Do({.verb = Verb::kSelectName, .number = rows[i].name});
    if (press.menu) AskMenu(frame, rows[i].name);
  }
}

// The mark, the name and where it is written.
void DrawWho(Frame& frame, Rect area, const OpenProfile& profile, NameId name) {
  const Rect line = CutTop(area, 20);
  DrawSwatch(frame, line, profile.names, name);
  const Rect copy{line.right() - 26, line.y - 3, 26, 26};
  if (IconButton(frame, copy, "copy name", Icon::kCopy, "copy the name")) {
    frame.Do(Verb::kCopyName);
  }
  DrawName(frame, {line.x + 11, line.y, line.w - 11 - 30, line.h}, {Face::kMono, 13, true},
           profile.names, name, frame.theme.text, frame.theme.text);
  CutTop(area, 2);
  const Rect place = CutTop(area, 18);
  frame.pen.TextFit({place.x + 11, place.y, place.w - 11, place.h}, kBoxLabel, frame.theme.text3,
                    PlaceText(profile.names, name));
}

// "box 2 of 6" with the way to the next.
void DrawSteps(Frame& frame, const Rect& line, const OpenProfile& profile, const Peek& peek) {
  if (peek.boxes < 2) return;
  Rect rest = line;
  const Rect next = CutRight(rest, 26), previous = CutRight(rest, 26);
  if (IconButton(frame, next, "next box", Icon::kChevronRight, "next box")) {
    frame.Do(Verb::kNextBox);
  }
  if (IconButton(frame, previous, "previous box", Icon::kChevronLeft, "previous box")) {
    frame.Do(Verb::kPreviousBox);
  }
  CutRight(rest, 4);
  const ViewState& view = profile.view;
  const std::string text = view.selected_of > 0 ? "box " + CountText(view.selected_index + 1) +
                                                      " of " + CountText(view.selected_of)
                                                : CountText(peek.boxes) + " boxes";
  frame.pen.Text(rest, kSmall, frame.theme.text2, text, Align::kRight);
}

// What to do with the function in all stacks; and back again.
void DrawFilters(Frame& frame, Rect rest) {
  struct Entry {
    Verb verb;
    std::string_view id, label;
  };
  constexpr Entry kEntries[] = {{Verb::kFocus, "focus", "Focus"},
                                {Verb::kIgnore, "ignore", "Ignore"},
                                {Verb::kHide, "hide", "Hide"},
                                {Verb::kShowFrom, "show from", "From here"},
                                {Verb::kCollapse, "collapse", "Collapse"},
                                {Verb::kClearFilters, "clear filters", "Clear"}};
  const bool filtered = !FiltersOf(frame.session.active()->query).empty();
  for (const Entry& entry : kEntries) {
    if (entry.verb == Verb::kClearFilters && !filtered) continue;
    const ButtonSpec spec{.id = entry.id, .label = entry.label};
    const float width = ButtonWidth(frame, spec);
    if (width > rest.w) return;
    if (Button(frame, CutLeft(rest, width), spec)) frame.Do(entry.verb);
    CutLeft(rest, 6);
  }
}

void DrawBody(Frame& frame, Rect area, float line) {
  const OpenProfile& profile = *frame.session.active();
  const NameId name = *profile.view.selected_name;
  DrawWho(frame, CutTop(area, 40), profile, name);
  CutTop(area, 8);
  const Peek* peek = frame.session.ShownPeek();
  if (!peek) return;
  DrawNumbers(frame, CutTop(area, 38), profile, *peek);
  CutTop(area, 10);
  const Rect buttons = CutBottom(area, 26);
  CutBottom(area, 6);
  if (name != 0) {
    DrawFilters(frame, CutBottom(area, 26));
    CutBottom(area, 8);
  }
  Rect right = area;
  const Rect left = CutLeft(right, area.w / 2 - 6);
  CutLeft(right, 12);
  DrawKin(frame, left, "Callers, share of cum", "caller", peek->callers, peek->cum, line);
  DrawKin(frame, right, "Callees, share of cum", "callee", peek->callees, peek->cum, line);
  const ButtonSpec zoom{.id = "zoom", .label = "Zoom to the box", .icon = Icon::kZoom};
  Rect rest = buttons;
  if (profile.view.selected && Button(frame, CutLeft(rest, ButtonWidth(frame, zoom)), zoom)) {
    frame.Do(Verb::kZoomToSelected);
  }
  if (profile.view.selected) CutLeft(rest, 6);
  const ButtonSpec pivot{.id = "pivot", .label = "Pivot", .icon = Icon::kCallers};
  if (name != 0 && Button(frame, CutLeft(rest, ButtonWidth(frame, pivot)), pivot)) {
    frame.Do(Verb::kPivot);
  }
  DrawSteps(frame, buttons, profile, *peek);
}

}  // namespace

void DrawSelected(Frame& frame, const Rect& area) {
  const OpenProfile& profile = *frame.session.active();
  const Clip clip(frame, area);
  frame.pen.Fill(area, frame.theme.panel);
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  Rect rest = area.Inset(kPad, 0);
  const Rect head = CutTop(rest, kHeadHeight);
  frame.pen.Text(head, kPanelHead, frame.theme.text, "Selected");
  if (!profile.view.selected_name) {
    frame.pen.Paragraph({rest.x, rest.y + 8, rest.w, rest.h}, kBody, frame.theme.text3,
                        "Click a box or a row to see its callers and callees.", 18);
    return;
  }
  if (IconButton(frame, {head.right() - 20, head.y + 3, 26, 26}, "clear selection", Icon::kClose,
                 "clear the selection")) {
    frame.Do(Verb::kClearSelection);
  }
  CutBottom(rest, kPad);
  DrawBody(frame, rest, kLine);
}

void DrawSelectedSheet(Frame& frame, const Rect& area) {
  if (!frame.session.active()->view.selected_name) return;
  const Clip clip(frame, area);
  DrawBody(frame, area, 28);
}

}  // namespace burnglass::ui
