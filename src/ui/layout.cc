#include "ui/layout.h"

namespace burnglass::ui {
namespace {

constexpr float kTitle = 40, kViews = 38, kFilters = 34, kStatus = 24;
constexpr float kMinimap = 44, kCrumbs = 28, kGraphMargin = 8;
constexpr float kNarrowHead = 48, kNarrowFilters = 40, kNarrowMinimap = 32, kNarrowCrumbs = 32;
constexpr float kNarrowTabs = 52, kSheetPeek = 300;
constexpr float kEmbeddedHead = 40, kEmbeddedFoot = 26, kEmbeddedMinimapFrom = 480;
// With less height the graph is worth more than its overview.
constexpr float kMinimapFrom = 320;

Form FormOf(const LayoutInput& in) {
  if (in.embedded) return Form::kEmbedded;
  return in.w >= kWideFrom ? Form::kWide : in.w >= kNarrowBelow ? Form::kMedium : Form::kNarrow;
}

void CutBars(Layout& l, Rect& rest, const LayoutInput& in) {
  switch (l.form) {
    case Form::kEmbedded:
      l.title = CutTop(rest, kEmbeddedHead);
      l.status = CutBottom(rest, kEmbeddedFoot);
      return;
    case Form::kNarrow:
      l.title = CutTop(rest, kNarrowHead);
      if (!in.has_graph) return;
      l.filters = CutTop(rest, kNarrowFilters);
      l.compare = CutTop(rest, in.compare_height);
      l.tabs = CutBottom(rest, kNarrowTabs);
      return;
    default:
      l.title = CutTop(rest, kTitle);
      l.status = CutBottom(rest, kStatus);
      if (!in.has_graph) return;
      l.views = CutTop(rest, kViews);
      l.filters = CutTop(rest, kFilters);
      l.compare = CutTop(rest, in.compare_height);
  }
}

// The panel beside the graph, over it, or below it.
void CutSide(Layout& l, Rect& rest, const LayoutInput& in) {
  const float width = std::min(rest.w, std::clamp(in.side_width, kSideLeast, kSideMost));
  switch (l.form) {
    case Form::kWide:
      if (in.side_panel) l.side = CutRight(rest, width);
      return;
    case Form::kMedium:
      if (in.side_panel) l.side = {rest.right() - width, rest.y, width, rest.h};
      return;
    case Form::kNarrow: {
      const float height = in.sheet == Sheet::kClosed ? 0
                           : in.sheet == Sheet::kPeek ? std::min(kSheetPeek, rest.h * 0.7f)
                                                      : rest.h;
      l.side = CutBottom(rest, height);
      return;
    }
    case Form::kEmbedded:
      return;
  }
}

void CutGraph(Layout& l, Rect rest, const LayoutInput& in) {
  const bool narrow = l.form == Form::kNarrow;
  const float minimap_from = l.form == Form::kEmbedded ? kEmbeddedMinimapFrom : kMinimapFrom;
  if (in.h >= minimap_from) l.minimap = CutTop(rest, narrow ? kNarrowMinimap : kMinimap);
  if (l.form != Form::kEmbedded) l.crumbs = CutTop(rest, narrow ? kNarrowCrumbs : kCrumbs);
  l.graph_area = rest;
  l.graph = rest;
  CutTop(l.graph, kGraphMargin);
  CutLeft(l.graph, kGraphMargin);
  CutRight(l.graph, kGraphMargin);
}

// Callers and callees as graphs, and as lists beside, over or below them.
void CutCallers(Layout& l, Rect rest, const LayoutInput& in) {
  if (l.form == Form::kNarrow) {
    constexpr float kLists = 280;
    l.side = CutBottom(rest, std::min(kLists, rest.h * 0.45f));
  } else {
    CutSide(l, rest, in);
  }
  l.graph_area = l.graph = rest;
}

}  // namespace

Layout ComputeLayout(const LayoutInput& in) {
  Layout l;
  l.form = FormOf(in);
  l.row = in.coarse || l.form == Form::kNarrow ? 24 : 18;
  l.table_row = in.coarse || l.form == Form::kNarrow ? 44 : 22;
  Rect rest{0, 0, in.w, in.h};
  CutBars(l, rest, in);
  l.work = rest;
  if (in.has_graph && in.view == View::kCallers) CutCallers(l, rest, in);
  const bool sides = in.view == View::kSides;
  if (!in.has_graph || (in.view != View::kFlame && !sides)) return l;
  CutSide(l, rest, in);
  if (sides) {
    l.graph_area = l.graph = rest;
    return l;
  }
  CutGraph(l, rest, in);
  return l;
}

}  // namespace burnglass::ui
