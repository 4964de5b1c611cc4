#include "ui/filter_bar.h"

#include "session/filters.h"
#include "session/numbers.h"
#include "ui/button.h"
#include "ui/facts_text.h"
#include "ui/filter_chips.h"
#include "ui/groups_table.h"
#include "ui/label_boxes.h"
#include "ui/legend.h"

namespace burnglass::ui {
namespace {

constexpr float kChip = 22, kLeastFacts = 60;

void DrawRequests(Frame& frame, Rect& rest, std::uint32_t requests) {
  const std::string text = CountText(requests) + (requests == 1 ? " request" : " requests");
  const Rect word = CutRight(rest, frame.pen.Width(kSmall, text));
  frame.pen.Text(word, kSmall, frame.theme.text3, text);
  const Rect icon = CutRight(rest, 17);
  frame.pen.Draw(Icon::kLock, {icon.middle_x() - 1, icon.middle_y()}, 12, frame.theme.text3);
  frame.snapshot.Add(Role::kLabel, "requests", text, {icon.x, icon.y, icon.w + word.w, icon.h});
  CutRight(rest, 12);
}

// Path and file in a quieter colour, the name itself in bold.
void DrawFullName(Frame& frame, Rect rest, const Names& names, NameId name) {
  const std::string_view full = names.Full(name);
  const std::string_view package = names.Package(name);
  const std::size_t path = package.size() - PathEnd(package).size();
  const float before = rest.x;
  const auto part = [&](const TextStyle& style, Rgba colour, std::string_view text) {
    const std::string fitted = frame.pen.Fitted(style, text, rest.w);
    CutLeft(rest, frame.pen.Text(rest, style, colour, fitted));
  };
  part(kBoxLabel, frame.theme.text2, full.substr(0, path));
  part(kBoxName, frame.theme.text, full.substr(path));
  std::string place(PathEnd(names.File(name)));
  if (!place.empty() && names.Line(name) > 0) place += ':' + std::to_string(names.Line(name));
  CutLeft(rest, 7);
  part(kBoxLabel, frame.theme.text2, place);
  frame.snapshot.Add(Role::kLabel, "function", full, {before, rest.y, rest.x - before, rest.h});
}

// Of the keys of labels one is chosen in a menu.
void DrawRowsLabel(Frame& frame, Rect& rest, Rect& anchor) {
  if (frame.session.active()->facts.label_keys.empty()) return;
  const bool selected = frame.session.ShownRowsOf() == RowsOf::kLabels;
  const std::string label = selected ? RowsTitle(frame) : std::string(RowsWord(RowsOf::kLabels));
  const ButtonSpec spec{.id = "rows label",
                        .label = label,
                        .look = selected ? ButtonLook::kOutlined : ButtonLook::kQuiet,
                        .selected = selected,
                        .menu = true};
  const Rect cell = CutLeft(rest, ButtonWidth(frame, spec));
  anchor = {cell.x, cell.middle_y() - kChip / 2, cell.w, kChip};
  if (Button(frame, anchor, spec)) frame.Do(Verb::kRowsLabels);
}

// What a row of the table is: one button each.
void DrawRowsOf(Frame& frame, Rect& rest, Rect& label_anchor) {
  for (const RowsOf rows_of : kAllRowsOf) {
    const std::string_view word = RowsWord(rows_of);
    const bool selected = frame.session.ShownRowsOf() == rows_of;
    const ButtonSpec spec{.id = word,
                          .label = word,
                          .look = selected ? ButtonLook::kOutlined : ButtonLook::kQuiet,
                          .selected = selected};
    const Rect place = CutLeft(rest, ButtonWidth(frame, spec));
    if (Button(frame, {place.x, place.middle_y() - kChip / 2, place.w, kChip}, spec)) {
      frame.Do({.verb = Verb::kGroupBy, .number = static_cast<std::uint32_t>(rows_of)});
    }
    CutLeft(rest, 2);
  }
  DrawRowsLabel(frame, rest, label_anchor);
  CutLeft(rest, 8);
}

// The function that the callers view is about, if it was chosen; dropped, it is the hottest one.
void DrawPivotChip(Frame& frame, Rect& rest) {
  const OpenProfile& profile = *frame.session.active();
  if (!profile.pivot.name) return;
  const std::string name(profile.names.Short(*profile.pivot.name));
  const std::string label = "pivot " + name;
  const ButtonSpec spec{.id = "drop pivot", .label = label, .icon = Icon::kClose, .selected = true};
  const float width = ButtonWidth(frame, spec);
  if (width > rest.w) return;
  const Rect place = CutLeft(rest, width);
  if (Button(frame, {place.x, place.middle_y() - kChip / 2, place.w, kChip}, spec)) {
    frame.Do(Verb::kDropPivot);
  }
  frame.snapshot.Add(Role::kChip, "pivot", profile.names.Full(*profile.pivot.name), place);
  CutLeft(rest, 8);
}

}  // namespace

Rect DrawFilterBar(Frame& frame, const Rect& bar, bool drawer, ShapeMenus& shapes) {
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.bottom() - 1, bar.w, frame.theme.line);
  Rect rest = bar;
  CutLeft(rest, 12);
  CutRight(rest, 12);
  const Look& look = frame.session.look();
  const bool tight = bar.w < 900;  // words give way to icons
  const auto toggle = [&](ButtonSpec spec, Verb verb) {
    spec.name = spec.label;
    if (tight) spec.label = {};
    const Rect place = CutLeft(rest, ButtonWidth(frame, spec));
    if (Button(frame, {place.x, bar.middle_y() - kChip / 2, place.w, kChip}, spec)) frame.Do(verb);
    CutLeft(rest, 8);
  };
  const bool callers = look.view == View::kCallers;
  const OpenProfile& profile = *frame.session.active();
  toggle({.id = "only my code",
          .label = "Only my code",
          .icon = Icon::kHide,
          .selected = HidesOthers(profile.query, profile.SoughtOthers())},
         Verb::kOnlyMyCode);
  const bool flame = look.view == View::kFlame || look.view == View::kSides;
  if (flame) {
    toggle({.id = "root side",
            .label = look.root_at_bottom ? "Root at the bottom" : "Root on top",
            .icon = look.root_at_bottom ? Icon::kArrowUp : Icon::kArrowDown},
           Verb::kRootSide);
  }
  if (flame || callers) {
    shapes.DrawButtons(frame, rest);
    const bool open = drawer ? look.drawer : look.side_panel;
    toggle({.id = "side panel",
            .label = callers ? "Lists" : "Table",
            .icon = Icon::kPanel,
            .selected = open},
           drawer ? Verb::kDrawer : Verb::kSidePanel);
  }
  if (look.view == View::kTop) DrawRowsOf(frame, rest, shapes.rows_anchor);
  frame.pen.VLine(rest.x + 2, bar.middle_y() - 8, 16, frame.theme.line2);
  CutLeft(rest, 12);
  if (callers) DrawPivotChip(frame, rest);
  const Rect anchor = DrawFilterChips(frame, rest);
  if (rest.w < kLeastFacts) return anchor;
  const FactsLine line = FactsLineOf(profile);
  const std::string text = frame.pen.Fitted(
      kSmall, " " + line.rest, rest.w - frame.pen.Width(kSmallStrong, line.figure) - 12);
  const float width = frame.pen.Text(rest, kSmall, frame.theme.text2, text, Align::kRight);
  const Rect left{rest.x, rest.y, rest.w - width, rest.h};
  const float figure =
      frame.pen.Text(left, kSmallStrong, frame.theme.text, line.figure, Align::kRight);
  frame.snapshot.Add(Role::kLabel, "facts", line.figure + " " + line.rest,
                     {rest.right() - width - figure, bar.y, width + figure, bar.h});
  return anchor;
}

void DrawStatus(Frame& frame, const Rect& bar, std::optional<NameId> name, std::uint32_t requests) {
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.y, bar.w, frame.theme.line);
  Rect rest = bar;
  CutLeft(rest, 12);
  CutRight(rest, 12);
  DrawRequests(frame, rest, requests);
  if (const std::string& notice = frame.session.notice(); !notice.empty()) {
    const float width = frame.pen.TextFit(rest, kSmall, frame.theme.text, notice);
    frame.snapshot.Add(Role::kLabel, "notice", notice, {rest.x, rest.y, width, rest.h});
    return;
  }
  const OpenProfile* profile = frame.session.active();
  if (!profile) return;
  const bool graph = profile->state == LoadState::kOpen && !profile->Empty();
  if (graph && bar.w >= 700 && !profile->IsDiff()) {
    if (frame.session.ShownColourBy() == ColourBy::kLabel) {
      DrawLabelLegend(frame, rest);
    } else {
      DrawLegend(frame, rest, frame.session.ShownColourBy());
    }
  }
  const bool drawn = frame.session.look().view == View::kFlame && profile->shown;
  if (drawn && profile->shown->flame) DrawPruned(frame, rest, *profile->shown->flame);
  if (graph && name && *name < profile->names.size()) {
    DrawFullName(frame, rest, profile->names, *name);
  } else {
    frame.pen.TextFit(rest, kBoxLabel, frame.theme.text2, profile->name);
  }
}

}  // namespace burnglass::ui
