#include "session/zoom.h"

#include <algorithm>
#include <cmath>

namespace burnglass {

bool operator==(const Window& a, const Window& b) {
  return a.begin == b.begin && a.width == b.width;
}

Window WindowOf(const Box& box) {
  return {static_cast<double>(box.x), static_cast<double>(std::max<std::int64_t>(box.width, 1))};
}

Window Clamped(Window window, double whole) {
  // A quarter of a unit lets one sample fill the screen four times; 2^-40 of the whole keeps
  // doubles well away from their last digit.
  const double narrowest = std::min(whole, std::max(0.25, whole * 0x1p-40));
  window.width = std::clamp(window.width, narrowest, std::max(narrowest, whole));
  window.begin = std::clamp(window.begin, 0.0, std::max(0.0, whole - window.width));
  return window;
}

Window ZoomedAt(Window window, double factor, double anchor, double whole) {
  const double kept = window.begin + window.width * anchor;
  const Window clamped = Clamped({window.begin, window.width / factor}, whole);
  return Clamped({kept - clamped.width * anchor, clamped.width}, whole);
}

Window Panned(Window window, double part, double whole) {
  return Clamped({window.begin + window.width * part, window.width}, whole);
}

Window Showing(Window window, double begin, double end, double whole) {
  if (begin >= window.begin && end <= window.end()) return window;
  const double room = window.width - (end - begin);
  // In the middle, so that the neighbours on both sides are seen, too.
  const double wanted = room > 0 ? begin - room / 2 : begin;
  return Clamped({wanted, window.width}, whole);
}

Window Between(const Window& from, const Window& to, double t) {
  const double begin = from.begin + (to.begin - from.begin) * t;
  const double end = from.end() + (to.end() - from.end()) * t;
  return {begin, end - begin};
}

}  // namespace burnglass
