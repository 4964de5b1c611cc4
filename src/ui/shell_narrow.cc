// The narrow form: a telephone's. Head, strip, graph, a sheet from below, a bar of views; and the
// embedded form: head, graph, foot.
#include <algorithm>

#include "session/filters.h"
#include "session/numbers.h"
#include "session/views.h"
#include "ui/breadcrumb.h"
#include "ui/button.h"
#include "ui/facts_text.h"
#include "ui/filter_bar.h"
#include "ui/filter_chips.h"
#include "ui/groups_table.h"
#include "ui/label_boxes.h"
#include "ui/legend.h"
#include "ui/logo.h"
#include "ui/selected_panel.h"
#include "ui/shell.h"
#include "ui/title_bar.h"
#include "ui/view_bar.h"

namespace burnglass::ui {
namespace {

bool IsOpen(const OpenProfile* profile) { return profile && profile->state == LoadState::kOpen; }

// A long word has a wider tab.
std::vector<float> TabWidths(const Frame& frame, const std::vector<ViewWords>& views, float room) {
  std::vector<float> widths;
  float all = 0;
  for (const ViewWords& view : views) {
    widths.push_back(std::max(42.0f, frame.pen.Width({Face::kSemiBold, 11}, view.word) + 4));
    all += widths.back();
  }
  for (float& width : widths) width *= room / all;
  return widths;
}

void DrawTabBar(Frame& frame, const Rect& bar) {
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.y, bar.w, frame.theme.line);
  Rect rest = bar;
  const std::vector<ViewWords> views = ViewsOf(*frame.session.active());
  const std::vector<float> widths = TabWidths(frame, views, bar.w);
  for (std::size_t i = 0; i < views.size(); ++i) {
    const ViewWords& place = views[i];
    const Rect cell = CutLeft(rest, widths[i]);
    const bool active = frame.session.look().view == place.view;
    const Press press = Pressable(frame, place.word, cell);
    const Rgba colour = active ? frame.theme.text : frame.theme.text2;
    frame.pen.Draw(ViewIcon(place.view), {cell.middle_x(), cell.y + 18}, 18, colour);
    frame.pen.Text({cell.x, cell.y + 30, cell.w, 16},
                   active ? TextStyle{Face::kSemiBold, 11} : kTiny, colour, place.word,
                   Align::kCentre);
    if (active) frame.pen.Fill({cell.middle_x() - 20, bar.y, 40, 2}, frame.theme.accent);
    frame.snapshot.Add(Role::kTab, place.word, "", cell, active ? kSelected : 0);
    if (press.clicked) frame.Do(place.verb);
  }
}

// The active profile in two lines; a press shows all of them.
void DrawNarrowTitle(Frame& frame, Rect rest, const OpenProfile& profile) {
  const Press press = Pressable(frame, "profiles", rest);
  const std::string title = frame.session.TitleOf(profile);
  const float width = frame.pen.TextFit({rest.x, rest.y + 6, rest.w - 24, 20},
                                        {Face::kSemiBold, 14}, frame.theme.text, title);
  frame.pen.Draw(Icon::kChevronDown, {rest.x + width + 12, rest.y + 17}, 13, frame.theme.text3);
  std::string line;
  if (IsOpen(&profile)) {
    const FactsLine facts = FactsLineOf(profile);
    line = profile.facts.kind + " · " + facts.figure + " " + facts.rest;
  }
  frame.pen.TextFit({rest.x, rest.y + 25, rest.w, 16}, kTiny, frame.theme.text2, line);
  frame.snapshot.Add(Role::kButton, "profiles", title, rest);
  if (press.clicked) frame.Do(Verb::kProfiles);
}

// What a row of the table is; a press goes to the next.
void DrawNextRowsOf(Frame& frame, Rect& strip) {
  const Session& session = frame.session;
  const auto rows_of = static_cast<std::uint32_t>(session.ShownRowsOf());
  const std::string title = RowsTitle(frame);
  const ButtonSpec spec{.id = "rows of", .label = title};
  const Rect place = CutLeft(strip, ButtonWidth(frame, spec));
  if (Button(frame, {place.x, place.middle_y() - 13, place.w, 26}, spec)) {
    // Behind the binaries come the keys of labels, one after the other.
    const auto& keys = session.active()->facts.label_keys;
    const auto now = std::find(keys.begin(), keys.end(), session.look().rows_label);
    const bool labels = session.ShownRowsOf() == RowsOf::kLabels;
    const auto key = !labels && rows_of + 1 == std::size(kAllRowsOf) ? keys.begin()
                     : labels && now != keys.end()                   ? now + 1
                                                                     : keys.end();
    const auto next = (rows_of + 1) % static_cast<std::uint32_t>(std::size(kAllRowsOf));
    if (key != keys.end()) {
      frame.Do({.verb = Verb::kGroupByLabel, .text = *key});
    } else {
      frame.Do({.verb = Verb::kGroupBy, .number = labels ? 0 : next});
    }
  }
}

// At the foot of the graph, where there is no status line: what its colours mean where that is not
// known by heart, and what the tree leaves out.
void DrawFoot(Frame& frame, const OpenProfile& profile, const Rect& work) {
  const Flame* flame = profile.shown ? profile.shown->flame.get() : nullptr;
  const bool pruned = flame && !PrunedText(*flame).empty();
  const bool labels = frame.session.ShownColourBy() == ColourBy::kLabel && !profile.IsDiff();
  if (!flame || (!pruned && !labels)) return;
  const float height = 22 * static_cast<float>((pruned ? 1 : 0) + (labels ? 1 : 0));
  Rect foot{work.x, work.bottom() - height, work.w, height};
  frame.pen.Fill(foot, frame.theme.panel);
  frame.pen.HLine(foot.x, foot.y, foot.w, frame.theme.line);
  if (labels) {
    Rect line = CutTop(foot, 22).Inset(12, 0);
    DrawLabelLegend(frame, line);
  }
  if (pruned) {
    Rect line = foot.Inset(12, 0);
    DrawPruned(frame, line, *flame);
  }
}

}  // namespace

void Shell::DrawNarrow(Frame& frame, const ShellInput& input) {
  const OpenProfile* profile = frame.session.active();
  // A fresh selection lifts the sheet; without one there is nothing in it.
  const std::optional<NameId> name = profile ? profile->view.selected_name : std::nullopt;
  if (!name) sheet_ = Sheet::kClosed;
  if (name && name != sheet_for_ && sheet_ == Sheet::kClosed) sheet_ = Sheet::kPeek;
  sheet_for_ = name;

  const Look& look = frame.session.look();
  const bool flame = look.view == View::kFlame || look.view == View::kSides;
  const bool graph = flame && !TakesView(look.overlay);
  if (sheet_ != Sheet::kClosed && graph) DrawSheet(frame);
  DrawWork(frame, input);
  profiles_anchor_ = layout_.title;
  DrawNarrowHead(frame, layout_.title);
  DrawTitleProgress(frame, layout_.title);
  if (!IsOpen(profile)) return;
  if (graph && sheet_ == Sheet::kClosed) DrawFoot(frame, *profile, layout_.work);
  DrawStrip(frame, layout_.filters);
  DrawCompare(frame);
  compare_anchor_ = layout_.title;
  DrawTabBar(frame, layout_.tabs);
}

void Shell::DrawNarrowHead(Frame& frame, Rect head) {
  const OpenProfile* profile = frame.session.active();
  frame.pen.Fill(head, frame.theme.panel);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
  const bool searching = search_open_ || !frame.session.look().pattern.empty();
  if (IsOpen(profile) && searching) {
    const Rect close = CutRight(head, 44);
    if (IconButton(frame, close.Inset(4), "end search", Icon::kClose, "end the search")) {
      search_open_ = false;
      frame.Do(Verb::kClearSearch);
    }
    return DrawSearch(frame, head.Inset(8, 0), head.w);
  }
  CutLeft(head, 14);
  const Rect logo = CutLeft(head, 22);
  DrawLogo(frame, {logo.x, logo.middle_y() - 11, 22, 22});
  CutLeft(head, 8);
  if (IsOpen(profile)) {
    const Rect search = CutRight(head, 48);
    if (IconButton(frame, search.Inset(2), "search", Icon::kSearch, "find functions")) {
      frame.Do(Verb::kFind);
    }
  } else {
    settings_anchor_ = DrawGlobalButtons(frame, head, GlobalButtons::kStart).settings;
  }
  if (profile) {
    DrawNarrowTitle(frame, head, *profile);
  } else {
    frame.pen.Text(head, kPanelHead, frame.theme.text, "Burnglass");
  }
}

// What is measured and how it is turned; while searching what was found, while a filter is typed
// its field.
void Shell::DrawStrip(Frame& frame, Rect strip) {
  frame.pen.Fill(strip, frame.theme.panel);
  frame.pen.HLine(strip.x, strip.bottom() - 1, strip.w, frame.theme.line);
  if (frame.session.editing()) {
    return DrawFilterField(frame, strip.Inset(10, 5));
  }
  menu_anchor_ = DrawSampleTypeButton(frame, strip, strip.x + 10);
  CutLeft(strip, menu_anchor_.right() - strip.x + 8);
  if (const Search* search = frame.session.ShownSearch()) {
    const Rect next = CutRight(strip, 44);
    const Rect previous = CutRight(strip, 44);
    if (IconButton(frame, previous.Inset(4), "previous", Icon::kChevronUp, "previous match")) {
      frame.Do(Verb::kPreviousMatch);
    }
    if (IconButton(frame, next.Inset(4), "next", Icon::kChevronDown, "next match")) {
      frame.Do(Verb::kNextMatch);
    }
    const std::string text = PercentText(search->matched(), search->total()) + " in " +
                             CountText(search->boxes()) + " boxes";
    frame.pen.TextFit(strip, kSmall, frame.theme.text2, text);
    frame.snapshot.Add(Role::kLabel, "found", text, strip);
    return;
  }
  const GlobalAnchors anchors = DrawGlobalButtons(frame, strip, GlobalButtons::kNarrow);
  settings_anchor_ = anchors.settings;
  exports_anchor_ = anchors.exports;
  const auto button = [&](const ButtonSpec& spec, Verb verb) {
    const Rect place = CutLeft(strip, ButtonWidth(frame, spec));
    CutLeft(strip, 6);
    if (place.w < 28) return place;
    if (Button(frame, {place.x, place.middle_y() - 13, place.w, 26}, spec)) frame.Do(verb);
    return place;
  };
  const OpenProfile& profile = *frame.session.active();
  const std::size_t filters = FiltersOf(profile.query, profile.SoughtOthers()).size();
  const std::string count = filters > 0 ? CountText(static_cast<std::int64_t>(filters)) : "";
  filters_anchor_ = button({.id = "filters",
                            .label = count,
                            .icon = Icon::kHide,
                            .selected = filters > 0,
                            .name = "filters"},
                           Verb::kAddFilter);
  const View view = frame.session.look().view;
  if (view == View::kTop) DrawNextRowsOf(frame, strip);
  if (view == View::kFlame) {
    const bool bottom = frame.session.look().root_at_bottom;
    button({.id = "root side",
            .icon = bottom ? Icon::kArrowUp : Icon::kArrowDown,
            .name = bottom ? "Root at the bottom" : "Root on top"},
           Verb::kRootSide);
  }
  if (view == View::kFlame || view == View::kCallers) shape_menus_.DrawShapeButton(frame, strip);
}

// The selected function, from below; its handle opens and closes it.
void Shell::DrawSheet(Frame& frame) {
  const Rect& area = layout_.side;
  if (area.h <= 0) return;
  const Rect handle{area.x, area.y, area.w, 24};
  const Press press = Pressable(frame, "sheet handle", handle);
  if (press.clicked) sheet_ = sheet_ == Sheet::kPeek ? Sheet::kFull : Sheet::kPeek;
  if (press.held && Dragged(frame)) {
    const float moved = frame.pointer.y - handle.middle_y();
    if (moved > 60) {
      sheet_ = Sheet::kClosed;
      frame.Do(Verb::kClearSelection);
    } else if (moved < -60) {
      sheet_ = Sheet::kFull;
    }
  }
  frame.pen.Fill(area, frame.theme.raised);
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line2);
  frame.pen.Fill({area.middle_x() - 18, area.y + 9, 36, 4}, frame.theme.line2, 2);
  Rect rest = area;
  CutTop(rest, 26);
  CutBottom(rest, 12);
  DrawSelectedSheet(frame, rest.Inset(14, 0));
  frame.snapshot.Add(Role::kLabel, "sheet", "", area, sheet_ == Sheet::kFull ? kExpanded : 0);
}

void Shell::DrawEmbedded(Frame& frame) {
  const OpenProfile* profile = frame.session.active();
  DrawWork(frame, {});
  Rect head = layout_.title;
  frame.pen.Fill(head, frame.theme.panel);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
  CutLeft(head, 12);
  const Rect logo = CutLeft(head, 20);
  DrawLogo(frame, {logo.x, logo.middle_y() - 10, 20, 20});
  CutLeft(head, 6);
  CutRight(head, 10);
  const bool searching = search_open_ || !frame.session.look().pattern.empty();
  if (IsOpen(profile)) {
    if (searching) {
      DrawSearch(frame, CutRight(head, std::min(head.w * 0.7f, 520.0f)), 200);
    } else {
      const Rect search = CutRight(head, 28);
      if (IconButton(frame, {search.x, search.middle_y() - 14, 28, 28}, "search", Icon::kSearch,
                     "find functions")) {
        frame.Do(Verb::kFind);
      }
      CutRight(head, 12);
      for (const Verb verb : {Verb::kViewTop, Verb::kViewFlame}) {
        const bool active = frame.session.look().view == ViewOf(verb);
        const std::string_view word = verb == Verb::kViewTop ? "Top" : "Flame";
        const ButtonSpec spec{
            .id = word, .label = word, .look = active ? ButtonLook::kOutlined : ButtonLook::kQuiet};
        const Rect cell = CutRight(head, ButtonWidth(frame, spec));
        if (Button(frame, {cell.x, cell.middle_y() - 11, cell.w, 22}, spec)) frame.Do(verb);
        CutRight(head, 4);
      }
    }
    CutLeft(head, frame.pen.TextFit(head, kPanelHead, frame.theme.text, profile->Title()) + 8);
    const FactsLine facts = FactsLineOf(*profile);
    frame.pen.TextFit(head, kSmall, frame.theme.text2,
                      profile->facts.kind + " · " + facts.figure + " " + facts.rest);
  }
  Rect foot = layout_.status;
  frame.pen.Fill(foot, frame.theme.panel);
  frame.pen.HLine(foot.x, foot.y, foot.w, frame.theme.line);
  foot = foot.Inset(12, 0);
  const std::string_view hint = "Ctrl + wheel zooms, wheel scrolls the page";
  if (foot.w > 560) {
    const float width = frame.pen.Text(foot, kSmall, frame.theme.text3, hint, Align::kRight);
    CutRight(foot, width + 12);
  }
  if (!profile || !graph_drawn_) return;
  const Box box = Hovered() && !Hovered()->strip ? Hovered()->box : profile->view.selected;
  if (!box) return;
  const std::string_view name = profile->names.Short(box.name);
  CutLeft(foot, frame.pen.TextFit(foot, kBoxName, frame.theme.text, name) + 8);
  frame.pen.TextFit(foot, kBoxLabel, frame.theme.text2,
                    ValueText(box.cum, profile->Type().unit) + " · " +
                        PercentText(box.cum, profile->shown->flame->total()));
}

}  // namespace burnglass::ui
