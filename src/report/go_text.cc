#include "report/go_text.h"

#include "report/local_time.h"

namespace burnglass {
namespace {

// The digits of `part` of a whole with so many digits, behind a point; nothing for 0.
std::string Fraction(std::uint64_t part, std::size_t digits) {
  std::string text = std::to_string(part);
  text.insert(0, digits - text.size(), '0');
  while (!text.empty() && text.back() == '0') text.pop_back();
  return text.empty() ? "" : "." + text;
}

// Below a second, in the largest unit that has a whole part.
std::string ShortDuration(std::uint64_t nanos) {
  if (nanos == 0) return "0s";
  if (nanos < 1'000) return std::to_string(nanos) + "ns";
  if (nanos < 1'000'000) {
    return std::to_string(nanos / 1'000) + Fraction(nanos % 1'000, 3) + "µs";
  }
  return std::to_string(nanos / 1'000'000) + Fraction(nanos % 1'000'000, 6) + "ms";
}

}  // namespace

std::string GoDuration(std::int64_t signed_nanos) {
  constexpr std::uint64_t kSecond = 1'000'000'000;
  std::uint64_t nanos = static_cast<std::uint64_t>(signed_nanos);
  std::string text;
  if (signed_nanos < 0) {
    text = "-";
    nanos = -nanos;
  }
  if (nanos < kSecond) return text + ShortDuration(nanos);
  const std::uint64_t seconds = nanos / kSecond;
  if (seconds >= 3600) text += std::to_string(seconds / 3600) + "h";
  if (seconds >= 60) text += std::to_string(seconds / 60 % 60) + "m";
  return text + std::to_string(seconds % 60) + Fraction(nanos % kSecond, 9) + "s";
}

std::string GoTime(std::int64_t nanos) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  const std::int64_t part = (nanos % kSecond + kSecond) % kSecond;
  return LocalTime(nanos, "%Y-%m-%d %H:%M:%S") + Fraction(static_cast<std::uint64_t>(part), 9) +
         LocalTime(nanos, " %z %Z");
}

}  // namespace burnglass
