#include "ui/shell.h"

#include "ui/breadcrumb.h"
#include "ui/card_view.h"
#include "ui/export_menu.h"
#include "ui/filter_bar.h"
#include "ui/groups_table.h"
#include "ui/privacy_view.h"
#include "ui/start_page.h"
#include "ui/states.h"
#include "ui/title_bar.h"
#include "ui/view_bar.h"

namespace burnglass::ui {
namespace {

bool HasBars(const OpenProfile* profile) { return profile && profile->state == LoadState::kOpen; }

bool HasGraph(const OpenProfile* profile) {
  return HasBars(profile) && !profile->Empty() && profile->shown &&
         profile->shown->flame->size() > 0;
}

}  // namespace

void Shell::Forget() {
  painting_.Forget();
  flame_.Forget();
  minimap_.Forget();
  callers_.Forget();
  sides_.Forget();
}

std::vector<FlameView*> Shell::graphs() {
  if (graph_drawn_) return {&flame_};
  if (callers_drawn_) return {&callers_.callers(), &callers_.callees()};
  if (sides_.drawn()) return {&sides_.before(), &sides_.after()};
  return {};
}

const Hover* Shell::Hovered() const {
  const std::optional<Hover>& hovered = callers_drawn_   ? callers_.hovered()
                                        : sides_.drawn() ? sides_.hovered()
                                                         : flame_.hovered();
  const bool drawn = graph_drawn_ || callers_drawn_ || sides_.drawn();
  return drawn && hovered ? &*hovered : nullptr;
}

LayoutInput Shell::LayoutFor(const Frame& frame, const ShellInput& input) const {
  const Look& look = frame.session.look();
  LayoutInput in;
  in.w = input.w, in.h = input.h;
  in.embedded = frame.embedded;
  in.coarse = frame.coarse;
  in.has_graph = HasBars(frame.session.active());
  in.side_panel = in.w >= kWideFrom ? look.side_panel : look.drawer;
  in.side_width = side_.width();
  in.view = look.view;
  in.sheet = sheet_;
  const OpenProfile* profile = frame.session.active();
  if (HasGraph(profile) && profile->IsDiff()) in.compare_height = CompareBarHeight(in.w);
  return in;
}

void Shell::Draw(Frame& frame, const ShellInput& input) {
  graph_drawn_ = callers_drawn_ = false;
  profile_drawn_ = 0;
  call_graph_.Leave();
  sides_.Leave();
  layout_ = ComputeLayout(LayoutFor(frame, input));
  frame.pen.Fill({0, 0, input.w, input.h}, frame.theme.canvas);
  switch (layout_.form) {
    case Form::kEmbedded:
      DrawEmbedded(frame);
      break;
    case Form::kNarrow:
      DrawNarrow(frame, input);
      break;
    default:
      DrawDesktop(frame, input);
  }
  DrawOverlay(frame, input);
}

void Shell::DrawDesktop(Frame& frame, const ShellInput& input) {
  const OpenProfile* profile = frame.session.active();
  DrawWork(frame, input);
  const TitleAnchors anchors = DrawTitleBar(frame, layout_.title);
  profiles_anchor_ = anchors.profiles;
  settings_anchor_ = anchors.settings;
  compare_anchor_ = anchors.compare;
  if (HasBars(profile)) {
    menu_anchor_ = DrawViewBar(frame, layout_.views);
    Rect bar = layout_.filters;
    frame.pen.Fill(bar, frame.theme.panel);
    exports_anchor_ = DrawExportButton(frame, bar);
    filters_anchor_ = DrawFilterBar(frame, bar, layout_.form == Form::kMedium, shape_menus_);
    frame.pen.HLine(bar.x, bar.bottom() - 1, layout_.filters.w, frame.theme.line);
    DrawCompare(frame);
  }
  if (!profile) return;
  std::optional<NameId> name = profile->view.selected_name;
  if (Hovered() && !Hovered()->strip) name = Hovered()->box.name;
  if (call_graph_.hovered()) name = call_graph_.hovered();
  DrawStatus(frame, layout_.status, name, input.requests);
}

void Shell::DrawWork(Frame& frame, const ShellInput& input) {
  const OpenProfile* profile = frame.session.active();
  const Rect& work = layout_.work;
  if (!profile) {
    Rect page = work;
    page.h += layout_.status.h;
    return DrawStartPage(frame, page, input.dragging, start_scroll_);
  }
  switch (profile->state) {
    case LoadState::kLoading:
      return DrawLoading(frame, work, *profile);
    case LoadState::kFailed:
      return DrawFailure(frame, work, *profile);
    case LoadState::kOpen:
      break;
  }
  if (frame.session.look().overlay == Overlay::kCard) {
    profile_drawn_ = profile->id;
    return DrawFunctionCard(frame, work, card_scroll_);
  }
  if (frame.session.look().overlay == Overlay::kPrivacy) {
    profile_drawn_ = profile->id;
    return DrawPrivacy(frame, work, privacy_scroll_);
  }
  if (frame.session.look().view == View::kFacts) {
    profile_drawn_ = profile->id;
    return facts_.Draw(frame, work);
  }
  if (frame.session.look().view == View::kGrowth) {
    profile_drawn_ = profile->id;
    return growth_.Draw(frame, work);
  }
  if (profile->Empty()) {
    profile_drawn_ = profile->id;
    return DrawEmpty(frame, work, *profile);
  }
  if (!HasGraph(profile)) {
    if (!profile->refusal.empty()) DrawRefusal(frame, work, *profile);
    return;
  }
  profile_drawn_ = profile->id;
  switch (frame.session.look().view) {
    case View::kTop:
      return DrawTop(frame);
    case View::kCallers:
      return DrawCallers(frame);
    case View::kSides:
      return DrawSides(frame);
    case View::kGraph:
      return call_graph_.Draw(frame, layout_.work);
    case View::kLines:
      return lines_.Draw(frame, work, layout_.table_row);
    case View::kLabels:
      return labels_.Draw(frame, work, layout_.table_row);
    case View::kGoroutines:
      return goroutines_.Draw(frame, work, layout_.table_row);
    case View::kHeap:
      return heap_.Draw(frame, work, layout_.table_row);
    case View::kContention:
      return contention_.Draw(frame, work, layout_.table_row);
    default:
      return DrawGraph(frame);
  }
}

// The panel comes first: where it lies over the graph, the pointer is its.
void Shell::DrawGraph(Frame& frame) {
  graph_drawn_ = true;
  const bool panel = layout_.side.w > 0 && layout_.form == Form::kWide;
  if (panel) side_.Draw(frame, layout_, side_table_);
  flame_.Draw(frame, MainScene(frame.session, layout_));
  if (layout_.minimap.h > 0) minimap_.Draw(frame, layout_.minimap, flame_.input().window);
  if (layout_.crumbs.h > 0) DrawBreadcrumb(frame, layout_.crumbs, layout_.form == Form::kNarrow);
  if (layout_.form == Form::kMedium && layout_.side.w > 0) {
    Layer(frame, "drawer", layout_.side, [&] { side_.Draw(frame, layout_, side_table_); });
  }
}

void Shell::DrawTop(Frame& frame) {
  if (frame.session.ShownRowsOf() != RowsOf::kFunctions) {
    return DrawGroupsTable(frame, layout_.work, layout_.table_row, groups_scroll_);
  }
  if (frame.session.active()->IsDiff()) {
    return changes_.Draw(frame, layout_.work, layout_.table_row, layout_.work.w < 640);
  }
  full_table_.Draw(frame, layout_.work, layout_.table_row, layout_.work.w < 640);
}

void Shell::DrawCompare(Frame& frame) {
  if (layout_.compare.h > 0) compare_ = DrawCompareBar(frame, layout_.compare);
}

void Shell::DrawSides(Frame& frame) {
  const bool over = layout_.form == Form::kMedium;
  const bool panel = layout_.side.w > 0 && layout_.form != Form::kNarrow;
  if (panel && !over) side_.Draw(frame, layout_, side_table_);
  sides_.Draw(frame, layout_);
  if (panel && over) {
    Layer(frame, "drawer", layout_.side, [&] { side_.Draw(frame, layout_, side_table_); });
  }
}

void Shell::DrawCallers(Frame& frame) {
  const bool over = layout_.form == Form::kMedium;
  const bool lists = layout_.side.w > 0;
  if (lists && !over) callers_.DrawLists(frame, layout_);
  callers_.Draw(frame, layout_);
  callers_drawn_ = callers_.drawn();
  if (lists && over) {
    Layer(frame, "drawer", layout_.side, [&] { callers_.DrawLists(frame, layout_); });
  }
}

}  // namespace burnglass::ui
