// Zooming, moving, also from box to box, and going back.
#include <algorithm>

#include "session/session.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepSteps = 100;
// So many rows are kept in sight between a revealed box and the edge.
constexpr double kRowsAround = 2;

void Remember(ViewState& view, const Window& window) {
  if (view.back.size() >= kKeepSteps) view.back.erase(view.back.begin());
  view.back.push_back({window, view.target, view.scroll});
}

bool Inside(const Window& window, const Box& box) {
  return window.begin >= static_cast<double>(box.x) &&
         window.end() <= static_cast<double>(box.end());
}

}  // namespace

const ViewState& Session::Seen(const OpenProfile& profile) const {
  return look_.view == View::kCallers ? profile.pivot.view : profile.view;
}

ViewState& Session::Seen(OpenProfile& profile) {
  return look_.view == View::kCallers ? profile.pivot.view : profile.view;
}

// The width of the graph that is seen; callers and callees have the same.
double Session::Extent(const OpenProfile& profile) const {
  const Answers* seen = look_.view == View::kCallers ? profile.pivot.callers : profile.shown;
  return seen ? static_cast<double>(seen->flame->width()) : 0;
}

Window Session::CurrentWindow(const OpenProfile& profile) const {
  const Window& window = Seen(profile).window;
  return window.width > 0 ? window : Window{0, Extent(profile)};
}

bool Session::Whole() const {
  const OpenProfile* profile = active();
  if (!profile) return true;
  const Window& window = Seen(*profile).window;
  return window.width <= 0 || window.width >= Extent(*profile);
}

void Session::ZoomTo(OpenProfile& profile, const Box& box) {
  ViewState& view = Seen(profile);
  const double whole = Extent(profile);
  if (whole <= 0 || !box) return;
  if (box.depth == 0) return ShowWhole(profile);
  const Window window = Clamped(WindowOf(box), whole);
  if (window == CurrentWindow(profile) && view.target == box) return;
  Remember(view, CurrentWindow(profile));
  view.window = window;
  view.target = box;
  Reveal(profile, box);
}

void Session::ZoomBack(OpenProfile& profile) {
  ViewState& view = Seen(profile);
  if (view.back.empty()) return ShowWhole(profile);
  const ZoomStep step = view.back.back();
  view.back.pop_back();
  view.window = step.window.width >= Extent(profile) ? Window{} : step.window;
  view.target = step.target;
  view.scroll = step.scroll;
}

void Session::ShowWhole(OpenProfile& profile) {
  ViewState& view = Seen(profile);
  view.window = {};
  view.target = {};
  view.back.clear();
}

// By hand: the box zoomed to stays the target as long as nothing outside of it is seen.
void Session::MoveWindow(OpenProfile& profile, const Window& window) {
  ViewState& view = Seen(profile);
  const double whole = Extent(profile);
  if (whole <= 0) return;
  view.window = Clamped(window, whole);
  if (view.window.width >= whole) return ShowWhole(profile);
  if (view.target && !Inside(view.window, view.target)) view.target = {};
}

void Session::Scroll(OpenProfile& profile, double by) {
  ViewState& view = Seen(profile);
  view.scroll = ClampedScroll(profile, view.scroll + by);
}

// From box to box; with none selected the picture moves.
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

double Session::ClampedScroll(const OpenProfile& profile, double scroll) const {
  const auto height = [&](const Answers* answers, double more) {
    return answers ? (answers->flame->depth() + more) * viewport_.row : 0;
  };
  if (look_.view == View::kCallers) {
    const double callers = height(profile.pivot.callers, 0);
    return std::clamp(scroll, -callers, height(profile.pivot.callees, 0));
  }
  return std::clamp(scroll, 0.0, std::max(0.0, height(profile.shown, 1) - viewport_.height));
}

void Session::Reveal(OpenProfile& profile, const Box& box) {
  ViewState& view = Seen(profile);
  const double whole = Extent(profile);
  if (whole <= 0) return;
  const Window shown = Showing(CurrentWindow(profile), static_cast<double>(box.x),
                               static_cast<double>(box.end()), whole);
  if (!(shown == CurrentWindow(profile))) MoveWindow(profile, shown);
  if (look_.view == View::kCallers) return;  // its rows are around one place

  const double near = box.depth * static_cast<double>(viewport_.row);
  const double margin = kRowsAround * viewport_.row;
  const double far = near + viewport_.row;
  if (far + margin - view.scroll > viewport_.height) {
    Scroll(profile, far + margin - viewport_.height - view.scroll);
  }
  if (near - margin < view.scroll) Scroll(profile, near - margin - view.scroll);
}

}  // namespace burnglass
