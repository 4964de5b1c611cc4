#include "analysis/stack_costs.h"

namespace burnglass {

StackCosts SumStacks(const Selection& selection) {
  const LocationTree& tree = *selection.stacks;
  StackCosts result;
  std::vector<StackCosts::Node>& nodes = result.nodes;
  nodes.resize(tree.size());
  for (std::size_t i = 0; i < tree.leaf.size(); ++i) {
    const Cost cost = CostOf(selection, i);
    if (tree.leaf[i] == kNone || cost == Cost{}) continue;
    StackCosts::Node& node = nodes[tree.leaf[i]];
    node.flat.Add(cost);
    node.ends = node.reached = true;
  }
  for (std::uint32_t i = static_cast<std::uint32_t>(nodes.size()); i-- > 1;) {
    StackCosts::Node& node = nodes[i];
    if (!node.reached) continue;
    StackCosts::Node& parent = nodes[tree.parent[i]];
    node.cum.Add(node.flat);
    parent.cum.Add(node.cum);
    parent.reached = true;
  }
  return result;
}

}  // namespace burnglass
