#include "analysis/flame_layout.h"

#include <algorithm>

namespace burnglass {
namespace {

class Layouter {
 public:
  Layouter(const CallTree& tree, const FlameWindow& window) : tree_(tree) {
    const std::int64_t width = tree.width(0);
    const bool all = window.x_begin == 0 && window.x_end == 0;
    layout_.x_begin = std::clamp<std::int64_t>(window.x_begin, 0, width);
    layout_.x_end = all ? width : std::clamp<std::int64_t>(window.x_end, layout_.x_begin, width);
    const std::int64_t finest = FinestWidth(layout_.x_end - layout_.x_begin);
    layout_.min_width = std::max(window.min_width > 0 ? window.min_width : finest, tree.least);
  }

  FlameLayout LayOut() {
    // The boxes on the way from the root to the current one, as indices of the layout.
    std::vector<std::uint32_t> path{Add(0, kNone)};
    const auto size = static_cast<std::uint32_t>(tree_.size());
    for (std::uint32_t box = 1; box < size;) {
      while (tree_.end[layout_.box[path.back()]] <= box) path.pop_back();
      const std::uint32_t parent = path.back();
      const std::uint32_t parent_end = tree_.end[layout_.box[parent]];
      if (!Touches(box)) {
        // Right of the window there are but further siblings to the right.
        box = tree_.x[box] >= layout_.x_end ? parent_end : tree_.end[box];
      } else if (tree_.width(box) < layout_.min_width) {
        // By weight, siblings to the right are not wider.
        const std::uint32_t end = tree_.by_name ? tree_.end[box] : parent_end;
        layout_.left_out += CountTouching(box, end);
        layout_.parts_left_out[parent] = 1;
        box = end;
      } else {
        path.push_back(Add(box, parent));
        ++box;
      }
    }
    return std::move(layout_);
  }

 private:
  std::uint32_t Add(std::uint32_t box, std::uint32_t parent) {
    layout_.box.push_back(box);
    layout_.parent.push_back(parent);
    layout_.parts_left_out.push_back(tree_.pruned.empty() ? 0 : tree_.pruned[box]);
    return static_cast<std::uint32_t>(layout_.box.size() - 1);
  }

  bool Touches(std::uint32_t box) const {
    return tree_.x[box] < layout_.x_end && tree_.x[box] + tree_.width(box) > layout_.x_begin;
  }

  // Of a whole subtree and perhaps all that stands right of it below the same parent.
  std::uint32_t CountTouching(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t widest = end == tree_.end[begin] ? begin : tree_.parent[begin];
    const std::int64_t right = tree_.x[widest] + tree_.width(widest);
    if (tree_.x[begin] >= layout_.x_begin && right <= layout_.x_end) return end - begin;
    std::uint32_t count = 0;
    for (std::uint32_t box = begin; box < end; ++box) count += Touches(box);
    return count;
  }

  const CallTree& tree_;
  FlameLayout layout_;
};

}  // namespace

FlameLayout LayOutFlame(const CallTree& tree, const FlameWindow& window) {
  return Layouter(tree, window).LayOut();
}

}  // namespace burnglass
