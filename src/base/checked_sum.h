// CheckedSum: an int64 sum that wraps around where pprof's does, and remembers that it did.
#pragma once

#include <cstdint>

namespace burnglass {

class CheckedSum {
 public:
  void Add(std::int64_t value) { overflowed_ |= __builtin_add_overflow(sum_, value, &sum_); }

  // |value| is added. The magnitude of the smallest int64 does not fit and stays negative.
  void AddMagnitude(std::int64_t value) {
    if (value >= 0) return Add(value);
    overflowed_ |= __builtin_sub_overflow(sum_, value, &sum_);
  }

  std::int64_t value() const { return sum_; }
  bool overflowed() const { return overflowed_; }

 private:
  std::int64_t sum_ = 0;
  bool overflowed_ = false;
};

// |value|, where the smallest int64 stays what it is, as in Go.
constexpr std::int64_t Magnitude(std::int64_t value) {
  return value < 0 ? static_cast<std::int64_t>(-static_cast<std::uint64_t>(value)) : value;
}

// a + b modulo 2^64, as in Go.
constexpr std::int64_t WrappingAdd(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

}  // namespace burnglass
