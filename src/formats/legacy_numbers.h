// Arithmetic on what files say, as Go does it: nothing traps, what does not fit goes round.
#pragma once

#include <cstdint>

namespace burnglass {

constexpr std::int64_t WrappingMultiply(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

// The divisor is not 0.
constexpr std::int64_t WrappingDivide(std::int64_t a, std::int64_t b) {
  return b == -1 ? static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(a)) : a / b;
}

// Towards zero; what is too large, or no number, becomes the smallest.
constexpr std::int64_t TruncatedInteger(double value) {
  constexpr double kLimit = 9223372036854775808.0;
  return value >= -kLimit && value < kLimit ? static_cast<std::int64_t>(value) : INT64_MIN;
}

}  // namespace burnglass
