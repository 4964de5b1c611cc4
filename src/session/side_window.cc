#include "session/side_window.h"

#include <algorithm>

namespace burnglass {
namespace {

struct Span {
  double begin = 0, end = 0;

  double At(double share) const { return begin + std::clamp(share, 0.0, 1.0) * (end - begin); }
};

// Goes from the root towards the boxes that have the place, and narrows down where it lies.
double SideX(const Flame& whole, const Flame& side, double x) {
  Span from{0, static_cast<double>(whole.width())}, to{0, static_cast<double>(side.width())};
  std::uint32_t parent = 0;
  for (std::uint32_t depth = 1; depth < whole.rows(); ++depth) {
    const auto first = static_cast<std::int64_t>(from.begin);
    const auto last = static_cast<std::int64_t>(from.end);
    const RowRange row = whole.Touching(depth, first, last);
    std::uint32_t inside = kNoBox;
    // What lies between two boxes that both have stands between their ends.
    for (std::uint32_t place = row.begin; place < row.end; ++place) {
      const std::uint32_t box = whole.At(place);
      if (whole.parent(box) != parent) continue;
      const std::uint32_t found = side.Find(whole[box].node);
      const auto begin = static_cast<double>(whole.x(box));
      const auto end = static_cast<double>(whole.end_x(box));
      if (begin > x) break;
      if (end <= x) {
        from.begin = end;
        if (found != kNoBox) to.begin = static_cast<double>(side.end_x(found));
        continue;
      }
      if (found == kNoBox) return to.begin;
      inside = box;
      from = {begin, end};
      to = {static_cast<double>(side.x(found)), static_cast<double>(side.end_x(found))};
    }
    if (inside == kNoBox) break;
    parent = inside;
  }
  const double width = from.end - from.begin;
  return width <= 0 ? to.begin : to.At((x - from.begin) / width);
}

}  // namespace

Window SideWindow(const Flame& whole, const Flame& side, const Window& window) {
  const double all = static_cast<double>(side.width());
  if (whole.size() == 0 || side.size() == 0) return {0, all};
  const double begin = SideX(whole, side, window.begin);
  // The last place that is seen, not the first behind it.
  const double end =
      window.end() >= static_cast<double>(whole.width()) ? all : SideX(whole, side, window.end());
  // What this side does not have leaves nothing to look at: a little of where it would be.
  const double least = std::max(1.0, all / 1e6);
  return Clamped({begin, std::max(least, end - begin)}, all);
}

}  // namespace burnglass
