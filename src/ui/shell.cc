#include "ui/shell.h"

#include "session/numbers.h"
#include "ui/breadcrumb.h"
#include "ui/card_view.h"
#include "ui/filter_bar.h"
#include "ui/groups_table.h"
#include "ui/guide.h"
#include "ui/hover_card.h"
#include "ui/key_sheet.h"
#include "ui/menu.h"
#include "ui/start_page.h"
#include "ui/states.h"
#include "ui/title_bar.h"
#include "ui/tour.h"
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
}

std::vector<FlameView*> Shell::graphs() {
  if (graph_drawn_) return {&flame_};
  if (callers_drawn_) return {&callers_.callers(), &callers_.callees()};
  return {};
}

const Hover* Shell::Hovered() const {
  const std::optional<Hover>& hovered = callers_drawn_ ? callers_.hovered() : flame_.hovered();
  return (graph_drawn_ || callers_drawn_) && hovered ? &*hovered : nullptr;
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
  return in;
}

void Shell::Draw(Frame& frame, const ShellInput& input) {
  graph_drawn_ = callers_drawn_ = false;
  profile_drawn_ = 0;
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
  profiles_anchor_ = DrawTitleBar(frame, layout_.title);
  if (HasBars(profile)) {
    menu_anchor_ = DrawViewBar(frame, layout_.views);
    DrawFilterBar(frame, layout_.filters, layout_.form == Form::kMedium, shape_menus_);
  }
  if (!profile) return;
  std::optional<NameId> name = profile->view.selected_name;
  if (Hovered() && !Hovered()->strip) name = Hovered()->box.name;
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
  if (frame.session.look().view == View::kFacts) {
    profile_drawn_ = profile->id;
    return facts_.Draw(frame, work);
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
    case View::kLines:
      return lines_.Draw(frame, work, layout_.table_row);
    case View::kLabels:
      return labels_.Draw(frame, work, layout_.table_row);
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
  if (frame.session.look().rows_of != RowsOf::kFunctions) {
    return DrawGroupsTable(frame, layout_.work, layout_.table_row, groups_scroll_);
  }
  full_table_.Draw(frame, layout_.work, layout_.table_row, layout_.work.w < 640);
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

void Shell::DrawOverlay(Frame& frame, const ShellInput& input) {
  const Rect screen{0, 0, input.w, input.h};
  const OpenProfile* profile = frame.session.active();
  const Overlay overlay = frame.session.look().overlay;
  if (overlay == Overlay::kTour) {
    if (HasGraph(profile)) DrawTour(frame, screen, layout_);
  } else if (overlay == Overlay::kKeys) {
    DrawKeySheet(frame, screen);
  } else if (overlay == Overlay::kGuide) {
    DrawGuide(frame, screen);
  } else if (overlay == Overlay::kSourceLinks) {
    DrawSourceLinks(frame, screen, lines_.link_anchor());
  } else if (overlay == Overlay::kSampleTypes && HasBars(profile)) {
    std::vector<MenuItem> items;
    const std::uint32_t active = profile->SampleTypeOf(profile->query);
    for (std::uint32_t i = 0; i < profile->facts.sample_types.size(); ++i) {
      const SampleTypeFacts& type = profile->facts.sample_types[i];
      items.push_back({type.type, ValueText(type.total, type.unit), Icon::kNone, i == active});
    }
    const int chosen = DrawMenu(frame, screen, menu_anchor_, "Sample type", items);
    if (chosen >= 0) {
      frame.Do({.verb = Verb::kSampleType, .number = static_cast<std::uint32_t>(chosen)});
    }
  } else if (overlay == Overlay::kProfiles) {
    std::vector<MenuItem> items;
    for (const auto& open : frame.session.profiles()) {
      items.push_back({frame.session.TitleOf(*open), open->facts.kind, KindIcon(open->facts.kind),
                       open.get() == profile});
    }
    items.push_back({"Open files", "", Icon::kPlus, false});
    const int chosen = DrawMenu(frame, screen, profiles_anchor_, "Profiles", items);
    if (chosen >= 0 && static_cast<std::size_t>(chosen) < frame.session.profiles().size()) {
      const auto& open = frame.session.profiles()[static_cast<std::size_t>(chosen)];
      frame.Do({.verb = Verb::kActivate, .number = open->id});
    } else if (chosen >= 0) {
      frame.Do(Verb::kDismiss);
      frame.Do(Verb::kOpenFiles);
    }
  } else if (overlay == Overlay::kShapes || overlay == Overlay::kColours) {
    if (HasBars(profile)) shape_menus_.DrawOpen(frame, screen);
  } else if (Hovered() && !frame.coarse) {
    DrawHoverCard(frame, *Hovered(), screen.Inset(4));
  }
  if (input.dragging && profile) DrawDropCue(frame, screen);
}

}  // namespace burnglass::ui
