#include "ui/flame_cull.h"

#include <algorithm>
#include <cmath>

namespace burnglass::ui {
namespace {

// The space that a box leaves free at its right.
float GapOf(double width, float gap) { return width < 1.5 ? 0 : width < 3 ? gap / 2 : gap; }

// Boxes of one row, merged as they come from the left.
class RowMerger {
 public:
  RowMerger(const Flame& flame, const CullInput& in, std::uint32_t depth, std::vector<SeenBox>& out)
      : flame_(flame), in_(in), depth_(depth), out_(out) {
    y_ = RowTop(in, depth);
    h_ = in.row - in.gap;
  }

  void Take(std::uint32_t place) {
    const std::uint32_t index = flame_.At(place);
    const double left = PxOf(in_, flame_.x(index)), right = PxOf(in_, flame_.end_x(index));
    if (right - left >= kStripBelowPx) {
      EndStrip();
      Emit(left, right, {place, place + 1}, false, 0);
      return;
    }
    // A gap that could be seen parts two strips.
    if (!strip_.empty() && left - strip_right_ > kStripBelowPx) EndStrip();
    if (strip_.empty()) {
      strip_ = {place, place};
      strip_left_ = left;
      strip_width_ = 0;
    }
    strip_.end = place + 1;
    strip_right_ = right;
    strip_width_ += flame_.width(index);
  }

  void EndStrip() {
    if (strip_.empty()) return;
    // What is all that there is may be a single hair; it is drawn half a px wide at least.
    const bool one = strip_.end - strip_.begin == 1;
    Emit(strip_left_, std::max(strip_right_, strip_left_ + 0.5), strip_, !one, strip_width_);
    strip_ = {};
  }

 private:
  void Emit(double left, double right, RowRange places, bool merged, std::int64_t width) {
    const double begin = std::max(left, static_cast<double>(in_.area.x));
    const double end = std::min(right, static_cast<double>(in_.area.right()));
    if (end <= begin) return;
    const Box box = flame_[flame_.At(places.begin)];
    PaintedBox painted;
    painted.x = static_cast<float>(begin);
    painted.y = y_;
    painted.w = static_cast<float>(end - begin) - GapOf(right - left, in_.gap);
    painted.h = h_;
    painted.name = box.name;
    painted.box = merged ? kNoBox : box.node;
    if (merged) painted.flags |= kPaintMerged;
    if (!merged && (box.flags & kInlined)) painted.flags |= kPaintInlined;
    if (depth_ < in_.target_depth) painted.flags |= kPaintAncestor;
    out_.push_back({painted, places, box, width});
  }

  const Flame& flame_;
  const CullInput& in_;
  std::uint32_t depth_;
  std::vector<SeenBox>& out_;
  float y_ = 0, h_ = 0;
  RowRange strip_;
  double strip_left_ = 0, strip_right_ = 0;
  std::int64_t strip_width_ = 0;
};

}  // namespace

bool operator==(const CullInput& a, const CullInput& b) {
  return a.area == b.area && a.window == b.window && a.row == b.row && a.scroll == b.scroll &&
         a.root_at_bottom == b.root_at_bottom && a.gap == b.gap &&
         a.target_depth == b.target_depth && a.row_step == b.row_step;
}

double PxOf(const CullInput& in, std::int64_t x) {
  // Whole units are subtracted as integers; only what is left of the window's begin is a fraction.
  const auto origin = static_cast<std::int64_t>(std::floor(in.window.begin));
  const double from_begin =
      static_cast<double>(x - origin) - (in.window.begin - static_cast<double>(origin));
  return in.area.x + from_begin * (in.area.w / in.window.width);
}

float RowTop(const CullInput& in, std::uint32_t depth) {
  const double from_root = (depth / in.row_step) * static_cast<double>(in.row) - in.scroll;
  const double top =
      in.root_at_bottom ? in.area.bottom() - from_root - in.row + in.gap : in.area.y + from_root;
  return static_cast<float>(top);
}

RowRange SeenRows(const CullInput& in, std::uint32_t rows) {
  const double first = std::floor(in.scroll / in.row) * in.row_step;
  const double last = (std::ceil((in.scroll + in.area.h) / in.row) + 1) * in.row_step;
  const auto limit = static_cast<double>(rows);
  return {static_cast<std::uint32_t>(std::clamp(first, 0.0, limit)),
          static_cast<std::uint32_t>(std::clamp(last, 0.0, limit))};
}

std::vector<SeenBox> Cull(const Flame& flame, const CullInput& in) {
  std::vector<SeenBox> seen;
  if (flame.size() == 0 || in.window.width <= 0 || in.area.empty()) return seen;
  const auto begin = static_cast<std::int64_t>(std::floor(in.window.begin));
  const auto end = static_cast<std::int64_t>(std::ceil(in.window.end()));
  const RowRange rows = SeenRows(in, flame.rows());
  for (std::uint32_t depth = rows.begin; depth < rows.end; depth += in.row_step) {
    const RowRange touching = flame.Touching(depth, begin, end);
    RowMerger merger(flame, in, depth, seen);
    for (std::uint32_t place = touching.begin; place < touching.end; ++place) merger.Take(place);
    merger.EndStrip();
  }
  return seen;
}

}  // namespace burnglass::ui
