#include "profile/packed_numbers.h"

namespace burnglass {

bool RewriteNumbers(std::span<const std::byte> numbers, std::vector<std::byte>& to) {
  constexpr int kMostShift = 63;  // of the tenth byte, of which one bit counts
  std::uint64_t number = 0;
  int shift = 0;
  for (const std::byte byte : numbers) {
    if (shift > kMostShift) return false;
    number |= (std::to_integer<std::uint64_t>(byte) & 0x7f) << shift;
    shift += 7;
    if ((byte & std::byte{0x80}) != std::byte{0}) continue;
    AppendNumber(number, to);
    number = 0;
    shift = 0;
  }
  return shift == 0;
}

}  // namespace burnglass
