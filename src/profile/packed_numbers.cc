#include "profile/packed_numbers.h"

namespace burnglass {

bool RewriteNumbers(std::span<const std::byte> numbers, std::vector<std::byte>& to) {
  const std::byte* at = numbers.data();
  const std::byte* const end = at + numbers.size();
  while (at != end) {
    std::uint64_t number = 0;
    if (!ReadNumber(at, end, number)) return false;
    AppendNumber(number, to);
  }
  return true;
}

}  // namespace burnglass
