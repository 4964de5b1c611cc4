// EdgeIndex: numbers for pairs of numbers, in order of first appearance.
#pragma once

#include <cstdint>
#include <vector>

namespace burnglass {

class EdgeIndex {
 public:
  EdgeIndex();

  // The number of the pair; a new pair gets the next one, which is then size() - 1.
  std::uint32_t FindOrAdd(std::uint32_t first, std::uint32_t second);

  std::size_t size() const { return pairs_.size(); }
  std::uint32_t first(std::size_t number) const {
    return static_cast<std::uint32_t>(pairs_[number] >> 32);
  }
  std::uint32_t second(std::size_t number) const {
    return static_cast<std::uint32_t>(pairs_[number]);
  }

 private:
  void Grow();

  std::vector<std::uint64_t> pairs_;
  std::vector<std::uint32_t> slots_;  // open addressing; kNone where free
};

}  // namespace burnglass
