// Numbers as protobuf packs them: seven bits a byte, the lowest first, all bytes but the last with
// their highest bit set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace burnglass {

// Where the next number begins; the one at hand must end.
inline std::uint32_t NextNumber(const std::byte* numbers, std::uint32_t from) {
  while ((numbers[from] & std::byte{0x80}) != std::byte{0}) ++from;
  return from + 1;
}

// The number that begins there; it must end.
inline std::uint64_t NumberAt(const std::byte* at) {
  std::uint64_t number = 0;
  for (int shift = 0;; shift += 7, ++at) {
    const auto byte = std::to_integer<std::uint64_t>(*at);
    number |= (byte & 0x7f) << shift;
    if (byte < 0x80) return number;
  }
}

// A number of no more bytes has 64 bits.
inline constexpr int kLongestNumber = 10;

// Reads the number that begins at `at`, which moves behind it. False: it goes on behind the end, or
// never ends.
inline bool ReadNumber(const std::byte*& at, const std::byte* end, std::uint64_t& number) {
  if (at != end && *at < std::byte{0x80}) {  // nearly all
    number = std::to_integer<std::uint64_t>(*at++);
    return true;
  }
  number = 0;
  for (int i = 0; i < kLongestNumber && at != end; ++i) {
    const auto byte = std::to_integer<std::uint64_t>(*at++);
    number |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return true;
  }
  return false;
}

// Writes a number in its shortest form.
inline void AppendNumber(std::uint64_t number, std::vector<std::byte>& to) {
  for (; number >= 0x80; number >>= 7) to.push_back(static_cast<std::byte>(number | 0x80));
  to.push_back(static_cast<std::byte>(number));
}

// Writes the same numbers in their shortest form. False: one goes on behind the end, or never ends.
bool RewriteNumbers(std::span<const std::byte> numbers, std::vector<std::byte>& to);

}  // namespace burnglass
