#include "path_tree.h"

#include "base/checked_sum.h"

namespace burnglass {

PathTree ByPath(const CallTree& tree) {
  PathTree boxes;
  std::vector<Path> paths(tree.size());
  for (std::uint32_t box = 0; box < tree.size(); ++box) {
    if (box > 0) {
      paths[box] = paths[tree.parent[box]];
      paths[box].push_back(tree.name[box]);
    }
    boxes[paths[box]] = {tree.cum[box], tree.width(box), tree.flat[box], tree.inlined[box] != 0};
  }
  return boxes;
}

PathTree TreeOfWalks(const std::vector<Walk>& walks) {
  PathTree boxes;
  boxes[{}].inlined = false;
  for (const Walk& walk : walks) {
    Path path;
    const auto enter = [&](bool inlined) -> PathBox& {
      PathBox& box = boxes[path];
      box.cum += walk.value;
      box.width += Magnitude(walk.value);
      box.inlined &= inlined;
      return box;
    };
    PathBox* last = &enter(false);
    for (const Step& step : walk.steps) {
      path.push_back(step.name);
      last = &enter(step.inlined);
    }
    last->flat += walk.value;
  }
  return boxes;
}

}  // namespace burnglass
