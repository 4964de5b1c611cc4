#include "analysis/weighted_stacks.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::size_t kSlice = 16384;

}  // namespace

StackWeigher::StackWeigher(std::span<const std::int64_t> values, const NameFrames& frames,
                           const LocationTree& stacks)
    : values_(values), frames_(frames), stacks_(stacks), nodes_left_(stacks.size()) {
  result_.nodes.resize(stacks.size());
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
    result_.nodes[stacks_.leaf[i]].flat += values_[i];
    if (!result_.magnitude.empty()) result_.magnitude[stacks_.leaf[i]] += Magnitude(values_[i]);
  }
}

// Backwards, children before their parents. A child is linked in front of those linked before, so
// that siblings stand in the order of their numbers.
void StackWeigher::AddNodes(std::size_t begin, std::size_t end) {
  std::vector<WeightedStacks::Node>& nodes = result_.nodes;
  for (std::size_t i = end; i-- > begin;) {
    WeightedStacks::Node& node = nodes[i];
    node.cum += node.flat;
    if (i == 0) break;
    const std::uint32_t parent = stacks_.parent[i];
    nodes[parent].cum += node.cum;
    if (!result_.magnitude.empty()) result_.magnitude[parent] += result_.magnitude[i];
    node.next_sibling = nodes[parent].first_child;
    nodes[parent].first_child = static_cast<std::uint32_t>(i);
    const std::uint32_t location = stacks_.location[i];
    node.frame_begin = frames_.begin[location];
    node.frame_end = frames_.begin[location + 1];
    if (result_.width(static_cast<std::uint32_t>(i)) != 0) {
      result_.most_boxes += node.frame_end - node.frame_begin;
    }
  }
}

}  // namespace burnglass
