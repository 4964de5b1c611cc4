// Undo and redo.
#include "session/session.h"

namespace burnglass {
namespace {

bool SameSight(const Sight& a, const Sight& b) {
  return a.window == b.window && a.scroll == b.scroll && a.target == b.target;
}

Change ChangeBy(Verb verb) {
  switch (verb) {
    case Verb::kZoomIn:
    case Verb::kZoomOut:
    case Verb::kZoomAt:
    case Verb::kWindow:
    case Verb::kPan:
    case Verb::kPanLeft:
    case Verb::kPanRight:
    case Verb::kPanUp:
    case Verb::kPanDown:
    case Verb::kSelectUp:
    case Verb::kSelectDown:
    case Verb::kSelectLeft:
    case Verb::kSelectRight:
      return Change::kMoving;
    case Verb::kSearch:
    case Verb::kFilterText:
      return Change::kTyping;
    default:
      return Change::kStep;
  }
}

}  // namespace

Place Session::CurrentPlace() const {
  Place place{.view = look_.view,
              .root_at_bottom = look_.root_at_bottom,
              .inverted = look_.inverted,
              .by_name = look_.by_name,
              .folded = look_.folded,
              .packages = look_.packages,
              .pattern = look_.pattern};
  const OpenProfile* profile = active();
  if (!profile) return place;
  place.profile = profile->id;
  place.query = profile->query;
  place.pivot = profile->pivot.name;
  place.width = profile->width;
  place.lens = profile->lens;
  const ViewState& view = profile->view;
  place.sight = {view.window, view.scroll,   view.target,
                 view.back,   view.selected, view.selected_name};
  // What is still to be taken is where the person is.
  if (profile->sight) place.sight = *profile->sight;
  return place;
}

// Another profile in front is no step, and neither is another selection.
void Session::RecordStep(const Place& before, Verb verb) {
  Place after = CurrentPlace();
  if (after.profile == 0 || after.profile != before.profile) return;
  const bool same_look = before.query == after.query && before.view == after.view &&
                         before.root_at_bottom == after.root_at_bottom &&
                         before.inverted == after.inverted && before.by_name == after.by_name &&
                         before.folded == after.folded && before.packages == after.packages &&
                         before.width == after.width && before.lens == after.lens &&
                         before.pivot == after.pivot && before.pattern == after.pattern;
  if (same_look && SameSight(before.sight, after.sight)) return;
  const Change change = ChangeBy(verb);
  // A graph that is shorter than before moves its rows by itself.
  if (history_.Add(before, std::move(after), change)) {
    Say(EffectKind::kHistoryPushed, history_.at());
  }
}

// True when the command was one of these.
bool Session::ApplyToHistory(const Command& command) {
  switch (command.verb) {
    case Verb::kUndo:
    case Verb::kRedo:
      Travel(command.verb == Verb::kUndo ? history_.Undo() : history_.Redo());
      Say(EffectKind::kHistoryAt, history_.at());
      return true;
    case Verb::kGoTo:
      while (history_.at() > command.number && history_.can_undo()) Travel(history_.Undo());
      while (history_.at() < command.number && history_.can_redo()) Travel(history_.Redo());
      return true;
    default:
      return false;
  }
}

// A profile that has been closed is not opened again; its steps pass without effect.
void Session::Travel(const Place* place) {
  OpenProfile* profile = place ? Find(place->profile) : nullptr;
  if (!profile) return;
  edit_.reset();
  Activate(profile->id);
  look_.overlay = Overlay::kNone;
  look_.view = place->view;
  look_.root_at_bottom = place->root_at_bottom;
  if (look_.pattern != place->pattern) {
    SetPattern(place->pattern);
    Say(EffectKind::kSearchText, 0, place->pattern);
  }
  SetShape(place->inverted, place->by_name, place->folded, place->packages);
  SetQuery(*profile, place->query);
  SetWidth(*profile, place->width);
  profile->lens = place->lens;
  if (profile->pivot.name != place->pivot) {
    profile->pivot.name = place->pivot;
    profile->pivot.view = {};
  }
  profile->sight = place->sight;
  Say(EffectKind::kStateChanged);
}

// Boxes are numbered by the query, so a place in the graph waits for the query's graph.
void Session::TakeSight(OpenProfile& profile) {
  if (!profile.sight) return;
  const Sight sight = *std::exchange(profile.sight, std::nullopt);
  ViewState& view = profile.view;
  view.window = sight.window;
  view.scroll = sight.scroll;
  view.target = sight.target;
  view.back = sight.back;
  view.selected = sight.selected;
  view.selected_name = sight.selected_name;
  view.selected_of = 0;
  SettleBoxes(view, *profile.shown->flame);
}

}  // namespace burnglass
