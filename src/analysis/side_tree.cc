#include "analysis/side_tree.h"

#include <algorithm>

namespace burnglass {
namespace {

std::int64_t WidthOf(const CallTree& tree, std::uint32_t box, TreeWidth side) {
  const std::int64_t width = tree.width(box), cum = tree.cum[box];
  // Halves are taken of each alone, for their sum need not fit.
  const std::int64_t half = width / 2, half_cum = cum / 2;
  const std::int64_t rest = width % 2, rest_cum = cum % 2;
  if (side == TreeWidth::kBefore) return half - half_cum + (rest - rest_cum) / 2;
  return half + half_cum + (rest + rest_cum) / 2;
}

void AddBox(const CallTree& tree, std::uint32_t box, std::uint32_t parent, CallTree& side) {
  side.parent.push_back(parent);
  side.end.push_back(static_cast<std::uint32_t>(side.size()));
  side.depth.push_back(tree.depth[box]);
  side.name.push_back(tree.name[box]);
  side.inlined.push_back(tree.inlined[box]);
  side.cum.push_back(tree.cum[box]);
  side.flat.push_back(tree.flat[box]);
  if (!tree.pruned.empty()) side.pruned.push_back(tree.pruned[box]);
  side.deepest = std::max(side.deepest, tree.depth[box]);
}

void FindEnds(CallTree& tree) {
  for (std::size_t box = tree.size(); box-- > 1;) {
    tree.end[tree.parent[box]] = std::max(tree.end[tree.parent[box]], tree.end[box]);
  }
}

}  // namespace

CallTree SideOf(const CallTree& tree, TreeWidth side) {
  CallTree result;
  result.total = tree.total;
  result.least = tree.least;
  result.by_name = true;
  std::vector<std::uint32_t> number(tree.size());
  std::vector<std::int64_t> next_x;  // where the next child of a box begins
  for (std::uint32_t box = 0; box < tree.size();) {
    const std::int64_t width = WidthOf(tree, box, side);
    if (box != 0 && width == 0) {
      box = tree.end[box];
      continue;
    }
    const std::uint32_t parent = box == 0 ? 0 : number[tree.parent[box]];
    const std::int64_t x = box == 0 ? 0 : next_x[parent];
    number[box] = static_cast<std::uint32_t>(result.size());
    AddBox(tree, box, parent, result);
    result.whole.push_back(box);
    result.x.push_back(x);
    result.magnitude.push_back(width);
    next_x.push_back(x);
    if (box != 0) next_x[parent] += width;
    ++box;
  }
  FindEnds(result);
  return result;
}

}  // namespace burnglass
