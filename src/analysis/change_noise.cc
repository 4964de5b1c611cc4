#include "analysis/change_noise.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace burnglass {
namespace {

// In at most so many comparisons of two like profiles anything is called a change.
constexpr double kFalseAlarms = 0.01;

// Line numbers of a location, and what stands for it where it has none.
std::uint64_t LinesKey(const Selection& selection, std::uint32_t location, std::uint64_t key) {
  const ProfileData& data = selection.profile->data();
  for (const std::uint32_t line : selection.lines->of(location)) {
    key = HashNumber(key ^ static_cast<std::uint64_t>(data.lines[line].line));
  }
  return key;
}

}  // namespace

std::uint32_t ChangeNoise::NumberOf(std::string name) {
  const auto [it, added] = number_of_.try_emplace(name, names_.size());
  if (added) names_.push_back(std::move(name));
  return it->second;
}

void ChangeNoise::AddSide(const Selection& selection, const FrameTable& frames, double weight) {
  std::vector<std::uint32_t> numbers;  // by node
  for (std::uint32_t node = 0; node < frames.infos().size(); ++node) {
    numbers.push_back(NumberOf(frames.PrintableName(node)));
  }
  const LocationTree& tree = *selection.stacks;
  // Parents come before their children, so one pass makes the key of every path.
  std::vector<std::uint64_t> keys(tree.size(), 1);
  for (std::uint32_t node = 1; node < tree.size(); ++node) {
    std::uint64_t key = keys[tree.parent[node]];
    for (const std::uint32_t frame : frames.of(tree.location[node])) {
      key = HashNumber(key * 31 + numbers[frame]);
    }
    keys[node] = LinesKey(selection, tree.location[node], key);
  }
  for (std::size_t i = 0; i < tree.leaf.size(); ++i) {
    const std::uint32_t leaf = tree.leaf[i];
    if (leaf == kNone || leaf == 0 || selection.values()[i] == 0) continue;
    const auto [it, added] = stacks_.try_emplace(keys[leaf]);
    Stack& stack = it->second;
    stack.difference += weight * static_cast<double>(selection.values()[i]);
    if (!added) continue;
    stack.leaf = numbers[frames.of(tree.location[leaf])[0]];
    for (std::uint32_t at = leaf; at != 0; at = tree.parent[at]) {
      for (const std::uint32_t frame : frames.of(tree.location[at])) {
        stack.functions.push_back(numbers[frame]);
      }
    }
    std::sort(stack.functions.begin(), stack.functions.end());
    stack.functions.erase(std::unique(stack.functions.begin(), stack.functions.end()),
                          stack.functions.end());
  }
}

std::unordered_map<std::string, ChangeNoise::Bounds> ChangeNoise::Find(std::size_t numbers) const {
  std::vector<Bounds> squares(names_.size());
  for (const auto& [key, stack] : stacks_) {
    const double square = stack.difference * stack.difference;
    squares[stack.leaf].flat += square;
    for (const std::uint32_t function : stack.functions) squares[function].cum += square;
  }
  const double all = static_cast<double>(std::max<std::size_t>(numbers, 1));
  const double far = std::sqrt(2 * std::log(2 * all / kFalseAlarms));
  std::unordered_map<std::string, Bounds> bounds;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    bounds[names_[i]] = {far * std::sqrt(squares[i].flat), far * std::sqrt(squares[i].cum)};
  }
  return bounds;
}

}  // namespace burnglass
