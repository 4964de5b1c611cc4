#include "analysis/weighted_stacks.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::size_t kSlice = 16384;

}  // namespace

std::uint32_t WeightedStacks::Depth() const {
  struct Above {
    std::uint32_t end, depth;
  };
  const auto count = static_cast<std::uint32_t>(stacks->size());
  std::vector<Above> path{{count, 0}};
  std::uint32_t deepest = 0;
  for (std::uint32_t node = 1; node < count;) {
    const std::uint32_t end = stacks->end[node];
    if (width(node) == 0) {
      node = end;
      continue;
    }
    while (path.back().end <= node) path.pop_back();
    const std::uint32_t depth = path.back().depth + FrameEnd(node) - FrameBegin(node);
    deepest = std::max(deepest, depth);
    path.push_back({end, depth});
    ++node;
  }
  return deepest;
}

StackWeigher::StackWeigher(std::span<const std::int64_t> values, const NameFrames& frames,
                           const LocationTree& stacks)
    : values_(values), stacks_(stacks), nodes_left_(stacks.size()) {
  result_.stacks = &stacks;
  result_.frames = &frames;
  result_.cum.resize(stacks.size());
  const bool negative = std::any_of(values.begin(), values.end(), [](auto v) { return v < 0; });
  if (negative) result_.magnitude.resize(stacks.size());
}

bool StackWeigher::Work(const Budget& budget) {
  while (samples_done_ < values_.size()) {
    const std::size_t end = std::min(values_.size(), samples_done_ + kSlice);
    AddSamples(samples_done_, end);
    samples_done_ = end;
    if (overflowed()) return true;
    if (budget.Spent()) return false;
  }
  while (nodes_left_ > 0) {
    const std::size_t begin = nodes_left_ - std::min(nodes_left_, kSlice);
    AddNodes(begin, nodes_left_);
    nodes_left_ = begin;
    if (budget.Spent()) break;
  }
  return nodes_left_ == 0;
}

void StackWeigher::AddSamples(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && !sum_.overflowed(); ++i) {
    if (stacks_.leaf[i] == kNone) continue;
    // Once the magnitudes of all are known to fit together, so does every sum of some of them.
    sum_.AddMagnitude(values_[i]);
    if (sum_.overflowed()) return;
    result_.cum[stacks_.leaf[i]] += values_[i];
    if (!result_.magnitude.empty()) result_.magnitude[stacks_.leaf[i]] += Magnitude(values_[i]);
  }
}

// Backwards, children before their parents.
void StackWeigher::AddNodes(std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i-- > std::max<std::size_t>(begin, 1);) {
    const auto node = static_cast<std::uint32_t>(i);
    const std::uint32_t parent = stacks_.parent[i];
    result_.cum[parent] += result_.cum[i];
    if (!result_.magnitude.empty()) result_.magnitude[parent] += result_.magnitude[i];
    if (result_.width(node) == 0) continue;
    result_.most_boxes += result_.FrameEnd(node) - result_.FrameBegin(node);
  }
}

}  // namespace burnglass
