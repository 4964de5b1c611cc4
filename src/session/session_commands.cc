// Commands, carried out.
#include <algorithm>

#include "session/keys.h"
#include "session/session.h"
#include "session/table_text.h"
#include "session/views.h"

namespace burnglass {
namespace {

constexpr double kKeyPanPx = 100, kKeyZoom = 2;  // as in speedscope

ThemeChoice NextTheme(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::kSystem:
      return ThemeChoice::kLight;
    case ThemeChoice::kLight:
      return ThemeChoice::kDark;
    case ThemeChoice::kDark:
      return ThemeChoice::kSystem;
  }
  return ThemeChoice::kSystem;
}

Overlay Toggled(Overlay now, Overlay wanted) { return now == wanted ? Overlay::kNone : wanted; }

}  // namespace

void Session::Apply(const Command& command) {
  // Enter leads on through the tour.
  const bool next = look_.overlay == Overlay::kTour && command.verb == Verb::kZoomToSelected;
  if (next) return Apply({.verb = Verb::kTour});
  if (ApplyToWorld(command) || ApplyToShapes(command)) return;
  if (command.verb != Verb::kViewCallers && ApplyToLook(command)) return;
  OpenProfile* profile = Find(active_);
  if (!profile) return;
  if (command.verb == Verb::kSampleType) {
    look_.overlay = Overlay::kNone;
    return SetSampleType(*profile, command.number);
  }
  if (ApplyToFilters(*profile, command) || ApplyToPivot(*profile, command)) return;
  if (profile->shown) ApplyToSelection(*profile, command) || ApplyToZoom(*profile, command);
}

// What concerns files, the page and the clipboard.
bool Session::ApplyToWorld(const Command& command) {
  const OpenProfile* profile = active();
  switch (command.verb) {
    case Verb::kOpenFiles:
      Say(EffectKind::kOpenFiles);
      return true;
    case Verb::kOpenSample:
      Say(EffectKind::kOpenSample, 0, command.text);
      return true;
    case Verb::kAbout:
      Say(EffectKind::kAbout);
      return true;
    case Verb::kCopy:
      Say(EffectKind::kCopy, 0, command.text);
      return true;
    case Verb::kCopyLink:
      Say(EffectKind::kCopyLink, 0, Link());
      return true;
    case Verb::kSaveTable:
      if (const Top* top = ShownTop()) {
        Say(EffectKind::kSaveTable, profile->id, TableCsv(*profile, *top));
      }
      return true;
    case Verb::kCopyName:
      if (profile && profile->view.selected_name) {
        Say(EffectKind::kCopy, 0, std::string(profile->names.Full(*profile->view.selected_name)));
      }
      return true;
    case Verb::kActivate:
      arrival_seen_ = true;
      Activate(Find(command.number) ? command.number : active_);
      look_.overlay = Overlay::kNone;
      return true;
    case Verb::kCloseProfile:
      if (profile) Apply({.verb = Verb::kClose, .number = profile->id});
      return true;
    case Verb::kClose:
    case Verb::kCancel: {
      const OpenProfile* closing = Find(command.number);
      if (!closing) return true;
      const bool loading = closing->state == LoadState::kLoading;
      Say(loading ? EffectKind::kCancelOpen : EffectKind::kCloseProfile, closing->id);
      Remove(command.number);
      return true;
    }
    case Verb::kNextProfile:
      StepProfile(1);
      return true;
    case Verb::kPreviousProfile:
      StepProfile(-1);
      return true;
    default:
      return false;
  }
}

// What concerns how everything is seen.
bool Session::ApplyToLook(const Command& command) {
  if (const auto view = ViewOf(command.verb)) {
    look_.view = *view;
    if (look_.overlay == Overlay::kCard) look_.overlay = Overlay::kNone;
    Say(EffectKind::kStateChanged);
    return true;
  }
  switch (command.verb) {
    case Verb::kTheme:
      look_.theme = NextTheme(look_.theme);
      return true;
    case Verb::kKeys:
      look_.overlay = Toggled(look_.overlay, Overlay::kKeys);
      return true;
    case Verb::kSampleTypes:
      if (active() && active()->state == LoadState::kOpen) {
        look_.overlay = Toggled(look_.overlay, Overlay::kSampleTypes);
      }
      return true;
    case Verb::kGuide:
      look_.overlay = Toggled(look_.overlay, Overlay::kGuide);
      return true;
    case Verb::kSourceLinks:
      look_.overlay = Toggled(look_.overlay, Overlay::kSourceLinks);
      return true;
    case Verb::kSourceLink:
      look_.source_link = command.number;
      look_.overlay = Overlay::kNone;
      return true;
    case Verb::kProfiles:
      look_.overlay = Toggled(look_.overlay, Overlay::kProfiles);
      return true;
    case Verb::kTour: {
      const bool there = look_.overlay == Overlay::kTour;
      look_.tour_step = there ? look_.tour_step + 1 : 0;
      look_.overlay = look_.tour_step < kTourSteps ? Overlay::kTour : Overlay::kNone;
      return true;
    }
    case Verb::kCard:
      ShowCard();
      return true;
    case Verb::kGroupBy:
      look_.rows_of = static_cast<RowsOf>(std::min(command.number, 4u));
      Say(EffectKind::kStateChanged);
      return true;
    case Verb::kGroup:
      if (OpenProfile* profile = Find(active_)) ShowGroup(*profile, command.text);
      return true;
    case Verb::kDismiss:
      look_.overlay = Overlay::kNone;
      return true;
    case Verb::kRootSide:
      look_.root_at_bottom = !look_.root_at_bottom;
      return true;
    case Verb::kSidePanel:
      look_.side_panel = !look_.side_panel;
      return true;
    case Verb::kDrawer:
      look_.drawer = !look_.drawer;
      return true;
    case Verb::kFind:
      Say(EffectKind::kFocusSearch);
      return true;
    case Verb::kSearch:
      SetPattern(command.text);
      return true;
    case Verb::kClearSearch:
      SetPattern({});
      Say(EffectKind::kSearchText);
      return true;
    case Verb::kMatchesOnly:
      look_.matches_only = !look_.matches_only;
      return true;
    case Verb::kSort: {
      const auto sort = static_cast<SortBy>(command.number);
      // Values begin with the largest, names with A; the same head again turns round.
      look_.ascending = sort == look_.sort ? !look_.ascending : sort == SortBy::kName;
      look_.sort = sort;
      return true;
    }
    case Verb::kEscape:
      Escape();
      return true;
    default:
      return false;
  }
}

bool Session::ApplyToSelection(OpenProfile& profile, const Command& command) {
  ViewState& view = profile.view;
  const std::optional<NameId> name = view.selected_name;
  switch (command.verb) {
    case Verb::kHover:
      view.hovered = command.box;
      return true;
    case Verb::kSelectBox:
      command.box ? Select(profile, command.box) : ClearSelection(view);
      return true;
    case Verb::kClearSelection:
      ClearSelection(view);
      return true;
    case Verb::kSelectName:
      SelectName(profile, command.number);
      return true;
    case Verb::kNextBox:
    case Verb::kPreviousBox:
      if (name) AskStep(profile, "", *name, command.verb == Verb::kPreviousBox);
      return true;
    case Verb::kNextMatch:
    case Verb::kPreviousMatch:
      if (const Search* search = ShownSearch()) {
        AskStep(profile, search->pattern(), 0, command.verb == Verb::kPreviousMatch);
      }
      return true;
    case Verb::kSelectUp:
    case Verb::kSelectDown:
    case Verb::kSelectLeft:
    case Verb::kSelectRight:
      SelectKin(profile, command.verb);
      return true;
    default:
      return false;
  }
}

bool Session::ApplyToZoom(OpenProfile& profile, const Command& command) {
  const double whole = Extent(profile);
  const Window window = CurrentWindow(profile);
  // Rows grow away from the root: with the root at the bottom the picture moves the other way.
  const double down = look_.root_at_bottom && look_.view != View::kCallers ? 1 : -1;
  const auto pan = [&](double x, double y) {
    if (viewport_.width > 0) MoveWindow(profile, Panned(window, -x / viewport_.width, whole));
    Scroll(profile, down * y);
  };
  switch (command.verb) {
    case Verb::kZoomToSelected:
      ZoomTo(profile, Seen(profile).selected);
      return true;
    case Verb::kZoomToBox:
      ZoomTo(profile, command.box);
      return true;
    case Verb::kBack:
      ZoomBack(profile);
      return true;
    case Verb::kWholeGraph:
      ShowWhole(profile);
      return true;
    case Verb::kZoomIn:
      MoveWindow(profile, ZoomedAt(window, kKeyZoom, viewport_.anchor, whole));
      return true;
    case Verb::kZoomOut:
      MoveWindow(profile, ZoomedAt(window, 1 / kKeyZoom, viewport_.anchor, whole));
      return true;
    case Verb::kZoomAt:
      MoveWindow(profile, ZoomedAt(window, command.x, command.y, whole));
      return true;
    case Verb::kWindow:
      MoveWindow(profile, {command.x, command.y});
      return true;
    case Verb::kPan:
      pan(command.x, command.y);
      return true;
    case Verb::kPanLeft:
      pan(kKeyPanPx, 0);
      return true;
    case Verb::kPanRight:
      pan(-kKeyPanPx, 0);
      return true;
    case Verb::kPanUp:
      pan(0, kKeyPanPx);
      return true;
    case Verb::kPanDown:
      pan(0, -kKeyPanPx);
      return true;
    default:
      return false;
  }
}

void Session::Escape() {
  OpenProfile* profile = Find(active_);
  if (look_.overlay != Overlay::kNone) {
    look_.overlay = Overlay::kNone;
  } else if (profile && profile->state == LoadState::kLoading) {
    Apply({.verb = Verb::kCancel, .number = profile->id});
  } else if (!Whole()) {
    ZoomBack(*profile);
  } else if (profile && look_.view == View::kCallers && PivotBack(*profile)) {
    return;
  } else if (profile && profile->view.selected_name) {
    ClearSelection(profile->view);
  } else if (!look_.pattern.empty()) {
    Apply({.verb = Verb::kClearSearch});
  }
}

void Session::StepProfile(int step) {
  const int count = static_cast<int>(profiles_.size());
  for (int i = 0; i < count; ++i) {
    if (profiles_[static_cast<std::size_t>(i)]->id != active_) continue;
    return Activate(profiles_[static_cast<std::size_t>((i + step + count) % count)]->id);
  }
}

void Session::SelectKin(OpenProfile& profile, Verb verb) {
  const Box& selected = Seen(profile).selected;
  if (!selected) {
    const Verb pan = verb == Verb::kSelectUp     ? Verb::kPanUp
                     : verb == Verb::kSelectDown ? Verb::kPanDown
                     : verb == Verb::kSelectLeft ? Verb::kPanLeft
                                                 : Verb::kPanRight;
    ApplyToZoom(profile, {.verb = pan});
    return;
  }
  const Flame* flame = ShownFlame(CurrentWindow(profile));
  if (flame->Find(selected.node) == kNoBox) flame = profile.shown->flame.get();
  const Verb to_root = look_.root_at_bottom ? Verb::kSelectDown : Verb::kSelectUp;
  std::optional<Box> next;
  if (verb == Verb::kSelectLeft || verb == Verb::kSelectRight) {
    next = flame->Neighbour(selected, verb == Verb::kSelectLeft ? -1 : 1);
  } else {
    next = verb == to_root ? flame->Parent(selected) : flame->HeaviestChild(selected);
  }
  if (!next) return;
  Select(profile, *next);
  profile.view.by_key = true;
  Reveal(profile, *next);
}

void Session::Select(OpenProfile& profile, const Box& box) {
  ViewState& view = profile.view;
  view.selected = box;
  view.selected_name = box.name;
  view.selected_of = 0;
  view.match_index.reset();
  view.by_key = false;
  ++view.reveal;
  Say(EffectKind::kStateChanged);
}

void Session::SelectName(OpenProfile& profile, NameId name) {
  ViewState& view = profile.view;
  if (name >= profile.names.size()) return;
  if (view.selected_name != name) {
    view.selected = {};
    view.selected_name = name;
    view.selected_of = 0;
    view.match_index.reset();
  }
  AskStep(profile, "", name, false);
}

void Session::ClearSelection(ViewState& view) {
  view.selected = {};
  view.selected_name.reset();
  view.selected_of = 0;
  view.match_index.reset();
  Say(EffectKind::kStateChanged);
}

// Boxes are numbered anew with every query; a function stays selected by its name.
void Session::SetQuery(OpenProfile& profile, Query query) {
  if (profile.query == query) return;
  profile.query = std::move(query);
  ViewState& view = profile.view;
  const std::optional<NameId> name = view.selected_name;
  view = {};
  view.selected_name = name;
  profile.pivot.view = {};
  profile.refusal.clear();
  Say(EffectKind::kStateChanged);
}

void Session::SetSampleType(OpenProfile& profile, std::uint32_t index) {
  if (index >= profile.facts.sample_types.size()) return;
  Query query = profile.query;
  query.sample_index = profile.facts.SampleIndex(index);
  SetQuery(profile, std::move(query));
}

void Session::SetPattern(std::string pattern) {
  if (look_.pattern == pattern) return;
  look_.pattern = std::move(pattern);
  if (look_.pattern.empty()) valid_pattern_.clear();
  for (const auto& profile : profiles_) profile->view.match_index.reset();
  Say(EffectKind::kStateChanged);
}

}  // namespace burnglass
