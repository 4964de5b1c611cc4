// Arithmetic on what files say, as Go does it: nothing traps, what does not fit goes round.
#pragma once

#include <cstdint>

#include "base/checked_sum.h"

namespace burnglass {

constexpr std::int64_t WrappingMultiply(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

}  // namespace burnglass
