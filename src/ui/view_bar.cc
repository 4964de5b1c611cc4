#include "ui/view_bar.h"

#include "base/units.h"
#include "session/numbers.h"
#include "session/views.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kField = 300, kFieldFound = 260, kHeight = 26;

// Returns where the last one ends.
float DrawViews(Frame& frame, const Rect& bar, float x) {
  for (const ViewWords& view : ViewsOf(*frame.session.active())) {
    const bool active = frame.session.look().view == view.view;
    const TextStyle style{active ? Face::kSemiBold : Face::kRegular, 13};
    const float width = frame.pen.Width(style, view.word);
    const Rect place{x - 8, bar.y, width + 16, bar.h};
    const Press press = Pressable(frame, view.word, place);
    if (press.hovered) frame.cursor = Cursor::kHand;
    frame.pen.Text({x, bar.y, width, bar.h - 1}, style,
                   active || press.hovered ? frame.theme.text : frame.theme.text2, view.word);
    if (active) frame.pen.Fill({x, bar.bottom() - 2, width, 2}, frame.theme.accent);
    frame.snapshot.Add(
        Role::kTab, view.word, "", place,
        static_cast<std::uint8_t>((active ? kSelected : 0) | (press.hovered ? kHovered : 0)));
    if (press.clicked) frame.Do(view.verb);
    x += width + 20;
  }
  return x;
}

// "3 of 68 boxes · 870 ms · 26.4 %"
void DrawFound(Frame& frame, Rect& room, const Search& search) {
  const OpenProfile& profile = *frame.session.active();
  const Rect down = CutRight(room, 28);
  const Rect up = CutRight(room, 28);
  const auto square = [](const Rect& r) { return Rect{r.x, r.middle_y() - 14, 28, 28}; };
  if (IconButton(frame, square(up), "previous match", Icon::kChevronUp, "previous match")) {
    frame.Do(Verb::kPreviousMatch);
  }
  if (IconButton(frame, square(down), "next match", Icon::kChevronDown, "next match")) {
    frame.Do(Verb::kNextMatch);
  }
  CutRight(room, 8);
  const std::string share = PercentText(search.matched(), search.total());
  std::string rest = " · " + ValueText(search.matched(), profile.Type().unit) + " in ";
  if (profile.view.match_index) rest += CountText(*profile.view.match_index + 1) + " of ";
  rest += CountText(search.boxes()) + (search.boxes() == 1 ? " box" : " boxes");
  const Rect line = room;
  const float width = frame.pen.Text(line, kBody, frame.theme.text2, rest, Align::kRight);
  const float bold = frame.pen.Text({line.x, line.y, line.w - width, line.h}, kPanelHead,
                                    frame.theme.text, share, Align::kRight);
  frame.snapshot.Add(Role::kLabel, "found", share + rest,
                     {line.right() - width - bold, line.y, width + bold, line.h});
}

void DrawNotFound(Frame& frame, const Rect& room, const Search* asked) {
  if (!asked) return;
  const bool invalid = !asked->invalid().empty();
  if (!invalid && asked->boxes() > 0) return;
  const std::string text = invalid ? asked->invalid() : "Nothing matches.";
  const Rect in{room.x, room.y, room.w - 10, room.h};
  const std::string fitted = frame.pen.Fitted(kBody, text, in.w - 20);
  const float width = frame.pen.Text(in, kBody, frame.theme.text2, fitted, Align::kRight);
  if (invalid) {
    frame.pen.Draw(Icon::kWarn, {in.right() - width - 12, in.middle_y()}, 14, frame.theme.err);
  }
  frame.snapshot.Add(Role::kLabel, "found", text, {in.right() - width, in.y, width, in.h});
}

// What a unit measures; nothing where the type's name says it: "inuse_objects".
std::string_view MeasureWord(std::string_view unit) {
  if (SameUnitFamily(unit, "nanoseconds")) return "time";
  return SameUnitFamily(unit, "bytes") ? "bytes" : "";
}

}  // namespace

Icon ViewIcon(View view) {
  switch (view) {
    case View::kFlame:
      return Icon::kFlame;
    case View::kTop:
      return Icon::kTable;
    case View::kSides:
      return Icon::kDiff;
    case View::kGrowth:
      return Icon::kSeries;
    case View::kCallers:
      return Icon::kCallers;
    case View::kGraph:
      return Icon::kGraph;
    case View::kLines:
      return Icon::kLines;
    case View::kLabels:
      return Icon::kTag;
    case View::kGoroutines:
      return Icon::kGoroutine;
    case View::kContention:
      return Icon::kBlock;
    case View::kHeap:
      return Icon::kHeap;
    default:
      return Icon::kFacts;
  }
}

Rect DrawSampleTypeButton(Frame& frame, const Rect& bar, float x) {
  const OpenProfile& profile = *frame.session.active();
  if (profile.facts.sample_types.empty()) return {x, bar.y, 0, bar.h};
  const SampleTypeFacts& type = profile.Type();
  const std::string_view unit = MeasureWord(type.unit);
  const float width = 20 + frame.pen.Width(kPanelHead, type.type) + 18 +
                      (unit.empty() ? 0 : 5 + frame.pen.Width(kBody, unit));
  const Rect place{x, bar.middle_y() - kHeight / 2, width, kHeight};
  const Press press = Pressable(frame, "sample type", place);
  if (press.hovered) frame.cursor = Cursor::kHand;
  frame.pen.Fill(place, press.hovered ? frame.theme.hover : frame.theme.raised, 4);
  frame.pen.Outline(place, frame.theme.line2, 1, 4);
  Rect rest = place.Inset(9, 0);
  CutLeft(rest, frame.pen.Text(rest, kPanelHead, frame.theme.text, type.type));
  CutLeft(rest, 5);
  frame.pen.Text(rest, kBody, frame.theme.text3, unit);
  frame.pen.Draw(Icon::kChevronDown, {place.right() - 13, place.middle_y()}, 13, frame.theme.text3);
  const bool open = frame.session.look().overlay == Overlay::kSampleTypes;
  frame.snapshot.Add(
      Role::kButton, "sample type", type.type, place,
      static_cast<std::uint8_t>((open ? kExpanded : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do(Verb::kSampleTypes);
  return place;
}

void DrawSearch(Frame& frame, const Rect& room, float widest) {
  const bool searching = !frame.session.look().pattern.empty();
  const Search* asked = frame.session.AskedSearch();
  const Search* shown = frame.session.ShownSearch();
  Rect rest = room;
  const Rect place = CutRight(rest, std::min(rest.w, widest));
  const Rect field{place.x, place.middle_y() - kHeight / 2, place.w, kHeight};
  frame.pen.Fill(field, frame.theme.sunk, 4);
  frame.pen.Outline(field, searching ? frame.theme.accent : frame.theme.line2, searching ? 2 : 1,
                    4);
  frame.pen.Draw(Icon::kSearch, {field.x + 15, field.middle_y()}, 14, frame.theme.text2);
  const Rect text{field.x + 27, field.y + 2, field.w - 27 - 28, field.h - 4};
  frame.search_field = {text.x, text.y, text.w, text.h};
  frame.snapshot.Add(Role::kField, "find functions", frame.session.look().pattern, field);
  const Rect end{field.right() - 24, field.y + 3, 20, field.h - 6};
  if (searching) {
    if (IconButton(frame, end, "clear search", Icon::kClose, "clear the search")) {
      frame.Do(Verb::kClearSearch);
    }
  } else {
    const float width = KeyCapsWidth(frame, "/");
    KeyCaps(frame, field.right() - width - 5, field.middle_y(), "/");
  }
  constexpr float kLeastFound = 120;
  if (!searching || rest.w < kLeastFound) return;
  CutRight(rest, 8);
  const bool found = asked && asked->invalid().empty() && asked->boxes() > 0;
  if (found || (!asked && shown && shown->boxes() > 0)) {
    DrawFound(frame, rest, *shown);
  } else {
    DrawNotFound(frame, rest, asked);
  }
}

Rect DrawViewBar(Frame& frame, const Rect& bar) {
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.bottom() - 1, bar.w, frame.theme.line);
  const Rect button = DrawSampleTypeButton(frame, bar, bar.x + 12);
  const float views_end = DrawViews(frame, bar, button.right() + 19);
  const bool searching = !frame.session.look().pattern.empty();
  const float room = bar.right() - 8 - views_end;
  DrawSearch(frame, {bar.right() - 8 - room, bar.y, room, bar.h}, searching ? kFieldFound : kField);
  return button;
}

}  // namespace burnglass::ui
