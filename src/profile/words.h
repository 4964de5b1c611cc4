// Bytes, eight at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace burnglass {

inline std::uint64_t WordAt(const std::byte* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// Of a word, the first `count` bytes (1 to 7), the others 0.
inline std::uint64_t FirstBytes(std::uint64_t word, std::uint32_t count) {
  return word & ((std::uint64_t{1} << (8 * count)) - 1);
}

}  // namespace burnglass
