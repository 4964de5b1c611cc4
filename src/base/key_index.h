// KeyIndex: numbers for keys of 64 bits, in order of first appearance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace burnglass {

class KeyIndex {
 public:
  KeyIndex();

  // The number of the key; a new key gets the next one, which is then size() - 1.
  std::uint32_t FindOrAdd(std::uint64_t key);
  // Of two numbers as one key.
  std::uint32_t FindOrAdd(std::uint32_t first, std::uint32_t second) {
    return FindOrAdd(std::uint64_t{first} << 32 | second);
  }

  std::size_t size() const { return keys_.size(); }
  std::uint64_t key(std::size_t number) const { return keys_[number]; }
  std::uint32_t first(std::size_t number) const {
    return static_cast<std::uint32_t>(keys_[number] >> 32);
  }
  std::uint32_t second(std::size_t number) const {
    return static_cast<std::uint32_t>(keys_[number]);
  }

 private:
  void Grow();

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> slots_;  // open addressing; kFree where free
};

}  // namespace burnglass
