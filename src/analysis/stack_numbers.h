// StackNumbers: stacks of many profiles, each once, numbered in order of first appearance.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "analysis/own_code.h"
#include "base/hash.h"

namespace burnglass {

inline std::uint64_t HashFrame(StringId name, std::uint64_t hash) { return HashNumber(name, hash); }
inline std::uint64_t HashFrame(const StackFrame& frame, std::uint64_t hash) {
  return HashNumber(static_cast<std::uint64_t>(frame.line), HashNumber(frame.name, hash));
}

// A frame is a StringId, or a StackFrame where lines tell stacks apart.
template <typename Frame>
class StackNumbers {
 public:
  std::uint32_t FindOrAdd(std::span<const Frame> frames) {
    std::uint64_t hash = kHashSeed;
    for (const Frame& frame : frames) hash = HashFrame(frame, hash);
    const auto [begin, end] = number_of_.equal_range(hash);
    for (auto it = begin; it != end; ++it) {
      const std::vector<Frame>& known = stacks_[it->second];
      if (std::equal(known.begin(), known.end(), frames.begin(), frames.end())) return it->second;
    }
    const auto number = static_cast<std::uint32_t>(stacks_.size());
    stacks_.emplace_back(frames.begin(), frames.end());
    number_of_.emplace(hash, number);
    return number;
  }

  std::span<const Frame> operator[](std::uint32_t number) const { return stacks_[number]; }
  std::size_t size() const { return stacks_.size(); }

 private:
  std::vector<std::vector<Frame>> stacks_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> number_of_;
};

}  // namespace burnglass
