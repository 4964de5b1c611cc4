// Commands, carried out.
#include <algorithm>

#include "base/utf8.h"
#include "session/keys.h"
#include "session/session.h"
#include "session/views.h"

namespace burnglass {
namespace {

constexpr double kKeyPanPx = 100, kKeyZoom = 2;  // as in speedscope

}  // namespace

void Session::Apply(const Command& command) {
  // What is asked with it could not be told.
  if (!IsUtf8(command.text)) {
    Command repaired = command;
    repaired.text = RepairUtf8(command.text);
    return Apply(repaired);
  }
  // Enter leads on through the tour.
  const bool next = look_.overlay == Overlay::kTour && command.verb == Verb::kZoomToSelected;
  if (next) return Apply({.verb = Verb::kTour});
  // The pointer is nowhere to go back to, and takes no notice away.
  if (command.verb == Verb::kHover) return Carry(command);
  notice_.clear();
  if (ApplyToHistory(command)) return;
  const Place before = CurrentPlace();
  Carry(command);
  RecordStep(before, command.verb);
}

// Boxes of the sides of a comparison have the numbers of the whole tree, but places of their own.
Command Session::InWhole(Command command) const {
  const OpenProfile* profile = active();
  if (look_.view != View::kSides || !command.box || !profile || !profile->shown) return command;
  const Flame& whole = *profile->shown->flame;
  const std::uint32_t index = whole.Find(command.box.node);
  if (index != kNoBox) command.box = whole[index];
  return command;
}

void Session::Carry(const Command& given) {
  const Command command = InWhole(given);
  if (ApplyToWorld(command) || ApplyToClipboard(command) || ApplyToOverlay(command)) return;
  if (ApplyToSettings(command) || ApplyToShapes(command) || ApplyToComparisons(command)) return;
  if (command.verb != Verb::kViewCallers && ApplyToLook(command)) return;
  OpenProfile* profile = Find(active_);
  if (!profile) return;
  if (command.verb == Verb::kSampleType) {
    look_.overlay = Overlay::kNone;
    return SetSampleType(*profile, command.number);
  }
  if (ApplyToGoroutines(*profile, command) || ApplyToContention(*profile, command)) return;
  if (ApplyToHeap(*profile, command)) return;
  if (ApplyToFilters(*profile, command) || ApplyToPivot(*profile, command)) return;
  if (ApplyToPrivacy(*profile, command)) return;
  if (ApplyToExports(*profile, command) || ApplyToGraph(*profile, command)) return;
  if (profile->shown && ApplyToMarks(*profile, command)) return;
  if (profile->shown) ApplyToSelection(*profile, command) || ApplyToZoom(*profile, command);
}

// What concerns files and the page.
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
    case Verb::kActivate:
      arrival_seen_ = true;
      Activate(Find(command.number) ? command.number : active_);
      look_.overlay = Overlay::kNone;
      return true;
    case Verb::kCloseProfile:
      if (profile) Carry({.verb = Verb::kClose, .number = profile->id});
      return true;
    case Verb::kClose:
    case Verb::kCancel: {
      const OpenProfile* closing = Find(command.number);
      if (!closing) return true;
      const bool loading = closing->state == LoadState::kLoading;
      Say(loading ? EffectKind::kCancelOpen : EffectKind::kCloseProfile, closing->id);
      Remove(command.number);
      CloseUnusedParts();
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
    if (active() && !HasView(*active(), *view)) return true;
    look_.view = *view;
    if (TakesView(look_.overlay)) look_.overlay = Overlay::kNone;
    // Going there again tries again.
    if (active() && active()->shown) active()->shown->layout_failure.clear();
    Say(EffectKind::kStateChanged);
    return true;
  }
  switch (command.verb) {
    case Verb::kOwnView:
      if (const auto own = active() ? OwnViewOf(*active(), look_.view) : std::nullopt) {
        Carry({.verb = *own});
      }
      return true;
    case Verb::kSourceLink:
    case Verb::kOwnLink:
      ChooseLink(command);
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
    case Verb::kPrivacy:
      ShowPrivacy();
      return true;
    case Verb::kGroupBy:
      look_.rows_of = static_cast<RowsOf>(
          std::min(command.number, static_cast<std::uint32_t>(RowsOf::kMappings)));
      look_.overlay = Overlay::kNone;
      Say(EffectKind::kStateChanged);
      return true;
    case Verb::kGroupByLabel:
      look_.rows_of = RowsOf::kLabels;
      look_.rows_label = command.text;
      look_.overlay = Overlay::kNone;
      Say(EffectKind::kStateChanged);
      return true;
    case Verb::kGroup:
      if (OpenProfile* profile = Find(active_)) ShowGroup(*profile, command);
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
      view.marked.clear();
      command.box ? Select(profile, command.box) : ClearSelection(view);
      return true;
    case Verb::kClearSelection:
      ClearSelection(view);
      return true;
    case Verb::kSelectName:
      view.marked.clear();
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
    Carry({.verb = Verb::kDismiss});
  } else if (edit_) {
    GiveUpEdit();
  } else if (profile && profile->state == LoadState::kLoading) {
    Carry({.verb = Verb::kCancel, .number = profile->id});
  } else if (profile && look_.view == View::kGoroutines && profile->goroutines.row) {
    profile->goroutines.row.reset();
  } else if (profile && look_.view == View::kContention && profile->contention_row) {
    profile->contention_row.reset();
  } else if (profile && look_.view == View::kHeap && profile->heap.row) {
    profile->heap.row.reset();
  } else if (profile && !profile->view.marked.empty()) {
    profile->view.marked.clear();
  } else if (look_.view != View::kGraph && !Whole()) {
    ZoomBack(*profile);
  } else if (profile && look_.view == View::kCallers && PivotBack(*profile)) {
    return;
  } else if (profile && profile->view.selected_name) {
    ClearSelection(profile->view);
  } else if (!look_.pattern.empty()) {
    Carry({.verb = Verb::kClearSearch});
  }
}

void Session::StepProfile(int step) {
  const int count = static_cast<int>(profiles_.size());
  for (int i = 0; i < count; ++i) {
    if (profiles_[static_cast<std::size_t>(i)]->id != active_) continue;
    return Activate(profiles_[static_cast<std::size_t>((i + step + count) % count)]->id);
  }
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
    view.by_key = false;
  }
  AskStep(profile, "", name, false);
}

void Session::ClearSelection(ViewState& view) {
  view.marked.clear();
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
  profile.sight.reset();
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
