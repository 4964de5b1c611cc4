// WeightedStacks: a LocationTree with the values of one selection summed up over it, and links from
// parents to children. The step from stacks to the boxes of a CallTree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/name_table.h"
#include "base/budget.h"
#include "base/checked_sum.h"
#include "profile/location_tree.h"

namespace burnglass {

struct WeightedStacks {
  // All that the tree builder wants of a node, on half a cache line.
  struct Node {
    std::uint32_t first_child = 0, next_sibling = 0;  // 0: none, for the root is nobody's child
    std::uint32_t frame_begin = 0, frame_end = 0;     // range in the NameFrames; root: empty
    std::int64_t flat = 0, cum = 0;
  };
  std::vector<Node> nodes;
  std::vector<std::int64_t> magnitude;  // empty when no value is negative: then it is cum
  std::size_t most_boxes = 1;           // frames of all nodes with a width, and the root

  std::int64_t width(std::uint32_t node) const {
    return magnitude.empty() ? nodes[node].cum : magnitude[node];
  }
};

// Sums in slices.
class StackWeigher {
 public:
  StackWeigher(std::span<const std::int64_t> values, const NameFrames& frames,
               const LocationTree& stacks);

  // Works until all is summed or found not to fit (true), or the budget is spent (false).
  bool Work(const Budget& budget);

  // Whether the magnitudes of the values add up to more than an int64 holds. Then the sums are
  // not to be used.
  bool overflowed() const { return sum_.overflowed(); }

  WeightedStacks Take() { return std::move(result_); }

 private:
  void AddSamples(std::size_t begin, std::size_t end);
  void AddNodes(std::size_t begin, std::size_t end);

  const std::span<const std::int64_t> values_;
  const NameFrames& frames_;
  const LocationTree& stacks_;
  WeightedStacks result_;
  CheckedSum sum_;
  std::size_t samples_done_ = 0;
  std::size_t nodes_left_;
};

}  // namespace burnglass
