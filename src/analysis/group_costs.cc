#include "analysis/group_costs.h"

namespace burnglass {

std::vector<GroupCost> SumGroups(const CallTree& tree, const NameTable& names,
                                 std::span<const std::uint32_t> group_of, std::size_t groups) {
  std::vector<GroupCost> costs(groups);
  for (std::uint32_t group = 0; group < groups; ++group) costs[group].group = group;
  std::vector<std::uint8_t> seen(names.size());
  // By group: where the subtree of its last topmost box ends; boxes before that lie below it.
  std::vector<std::uint32_t> end(groups);
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    const NameId row = names.row(tree.name[box]);
    GroupCost& cost = costs[group_of[row]];
    if (!seen[row]) ++cost.functions;
    seen[row] = 1;
    cost.flat += tree.flat[box];
    if (box < end[cost.group]) continue;
    end[cost.group] = tree.end[box];
    cost.cum += tree.cum[box];
  }
  return costs;
}

}  // namespace burnglass
