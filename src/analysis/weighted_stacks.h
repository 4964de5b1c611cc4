// WeightedStacks: a LocationTree with the values of one selection summed up over it. The step from
// stacks to the boxes of a CallTree.
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
  const LocationTree* stacks = nullptr;
  const NameFrames* frames = nullptr;
  std::vector<std::int64_t> cum;
  std::vector<std::int64_t> magnitude;  // empty when no value is negative: then it is cum
  std::size_t most_boxes = 1;           // frames of all nodes with a width, and the root

  std::int64_t width(std::uint32_t node) const {
    return magnitude.empty() ? cum[node] : magnitude[node];
  }
  // Its frames, as places in NameFrames::frames; the root has none.
  std::uint32_t FrameBegin(std::uint32_t node) const {
    return frames->begin[stacks->location[node]];
  }
  std::uint32_t FrameEnd(std::uint32_t node) const {
    return frames->begin[stacks->location[node] + 1];
  }

  // The frames of the longest stack with a width.
  std::uint32_t Depth() const;
};

// Sums in slices. What is given must outlive it and the result.
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
  const LocationTree& stacks_;
  WeightedStacks result_;
  CheckedSum sum_;
  std::size_t samples_done_ = 0;
  std::size_t nodes_left_;
};

}  // namespace burnglass
