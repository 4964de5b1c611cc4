// StackCosts: what a selection's stacks cost, by node of their tree.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/graph.h"
#include "analysis/select.h"

namespace burnglass {

struct StackCosts {
  struct Node {
    bool ends = false;     // samples with a value end here
    bool reached = false;  // or below
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
