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

// a / b towards zero, as in Go: the smallest int64 divided by -1 stays what it is. b is not 0.
constexpr std::int64_t WrappingDivide(std::int64_t a, std::int64_t b) {
  return b == -1 ? static_cast<std::int64_t>(-static_cast<std::uint64_t>(a)) : a / b;
}

// The whole part of a number, as Go on the usual machines has it: what an int64 does not hold
// becomes the smallest one.
constexpr std::int64_t WholePart(double number) {
  const bool fits = number >= -9223372036854775808.0 && number < 9223372036854775808.0;
  return fits ? static_cast<std::int64_t>(number) : INT64_MIN;
}

// a + b modulo 2^64, as in Go.
constexpr std::int64_t WrappingAdd(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

// a * b modulo 2^64.
constexpr std::int64_t WrappingMultiply(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

// a - b modulo 2^64.
constexpr std::int64_t WrappingSubtract(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

}  // namespace burnglass
