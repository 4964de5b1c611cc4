// StackCosts: what a selection's stacks cost, by node of their tree, with the way down the tree.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/graph.h"
#include "analysis/select.h"

namespace burnglass {

struct StackCosts {
  struct Node {
    std::uint32_t first_child = 0, next_sibling = 0;  // 0: none, for the root is nobody's child
    bool ends = false;                                // samples with a value end here
    bool reached = false;                             // or below
    Cost flat, cum;
  };
  std::vector<Node> nodes;  // by node of the tree
};

StackCosts SumStacks(const Selection& selection);

// A sample's cost. Without value and divisor it counts for nothing.
inline Cost CostOf(const Selection& selection, std::size_t sample) {
  return {selection.values()[sample], selection.mean ? selection.divisors()[sample] : 0};
}

}  // namespace burnglass
