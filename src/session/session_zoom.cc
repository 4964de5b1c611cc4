// Zooming, moving and going back.
#include <algorithm>

#include "session/session.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepSteps = 100;
// So many rows are kept in sight between a revealed box and the edge.
constexpr double kRowsAround = 2;

double Extent(const OpenProfile& profile) {
  return profile.shown ? static_cast<double>(profile.shown->flame->width()) : 0;
}

void Remember(ViewState& view, const Window& window) {
  if (view.back.size() >= kKeepSteps) view.back.erase(view.back.begin());
  view.back.push_back({window, view.target, view.scroll});
}

bool Inside(const Window& window, const Box& box) {
  return window.begin >= static_cast<double>(box.x) &&
         window.end() <= static_cast<double>(box.end());
}

}  // namespace

Window Session::CurrentWindow(const OpenProfile& profile) const {
  const Window& window = profile.view.window;
  return window.width > 0 ? window : Window{0, Extent(profile)};
}

bool Session::Whole() const {
  const OpenProfile* profile = active();
  return !profile || profile->view.window.width <= 0 ||
         profile->view.window.width >= Extent(*profile);
}

void Session::ZoomTo(OpenProfile& profile, const Box& box) {
  ViewState& view = profile.view;
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
  ViewState& view = profile.view;
  if (view.back.empty()) return ShowWhole(profile);
  const ZoomStep step = view.back.back();
  view.back.pop_back();
  view.window = step.window.width >= Extent(profile) ? Window{} : step.window;
  view.target = step.target;
  view.scroll = step.scroll;
}

void Session::ShowWhole(OpenProfile& profile) {
  profile.view.window = {};
  profile.view.target = {};
  profile.view.back.clear();
}

// By hand: the box zoomed to stays the target as long as nothing outside of it is seen.
void Session::MoveWindow(OpenProfile& profile, const Window& window) {
  ViewState& view = profile.view;
  const double whole = Extent(profile);
  if (whole <= 0) return;
  view.window = Clamped(window, whole);
  if (view.window.width >= whole) return ShowWhole(profile);
  if (view.target && !Inside(view.window, view.target)) view.target = {};
}

void Session::Scroll(OpenProfile& profile, double by) {
  if (!profile.shown) return;
  const double rows = profile.shown->flame->depth() + 1.0;
  const double most = std::max(0.0, rows * viewport_.row - viewport_.height);
  profile.view.scroll = std::clamp(profile.view.scroll + by, 0.0, most);
}

void Session::Reveal(OpenProfile& profile, const Box& box) {
  ViewState& view = profile.view;
  const double whole = Extent(profile);
  if (whole <= 0) return;
  const Window shown = Showing(CurrentWindow(profile), static_cast<double>(box.x),
                               static_cast<double>(box.end()), whole);
  if (!(shown == CurrentWindow(profile))) MoveWindow(profile, shown);

  const double near = box.depth * static_cast<double>(viewport_.row);
  const double margin = kRowsAround * viewport_.row;
  const double far = near + viewport_.row;
  if (far + margin - view.scroll > viewport_.height) {
    Scroll(profile, far + margin - viewport_.height - view.scroll);
  }
  if (near - margin < view.scroll) Scroll(profile, near - margin - view.scroll);
}

}  // namespace burnglass
