#include "profile/demangle_punycode.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "profile/names_brackets.h"

namespace burnglass {
namespace {

// The parameters of RFC 3492, section 5.
constexpr std::uint32_t kBase = 36, kSmallest = 1, kLargest = 26, kSkew = 38, kDamp = 700;
constexpr std::uint32_t kInitialBias = 72, kInitialPoint = 0x80, kLastPoint = 0x10ffff;
constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();

std::optional<std::uint32_t> Digit(char c) {
  if (IsDigit(c)) return static_cast<std::uint32_t>(c - '0' + 26);
  if (IsLower(c)) return static_cast<std::uint32_t>(c - 'a');
  if (IsUpper(c)) return static_cast<std::uint32_t>(c - 'A');
  return std::nullopt;
}

std::uint32_t Threshold(std::uint32_t weight_index, std::uint32_t bias) {
  if (weight_index <= bias) return kSmallest;
  return std::min(weight_index - bias, kLargest);
}

std::uint32_t NextBias(std::uint32_t delta, std::uint32_t points, bool first) {
  delta = first ? delta / kDamp : delta / 2;
  delta += delta / points;
  std::uint32_t k = 0;
  for (; delta > (kBase - kSmallest) * kLargest / 2; k += kBase) delta /= kBase - kSmallest;
  return k + (kBase - kSmallest + 1) * delta / (delta + kSkew);
}

// One number of variable length, removed from `digits`.
std::optional<std::uint32_t> TakeNumber(std::string_view& digits, std::uint32_t bias) {
  std::uint32_t value = 0, weight = 1;
  for (std::uint32_t k = kBase;; k += kBase) {
    if (digits.empty()) return std::nullopt;
    const std::optional<std::uint32_t> digit = Digit(digits[0]);
    digits.remove_prefix(1);
    if (!digit || *digit > (kMax - value) / weight) return std::nullopt;
    value += *digit * weight;
    const std::uint32_t threshold = Threshold(k, bias);
    if (*digit < threshold) return value;
    if (weight > kMax / (kBase - threshold)) return std::nullopt;
    weight *= kBase - threshold;
  }
}

void AppendUtf8(std::string& text, std::uint32_t point) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xc0 | point >> 6);
    tail(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xe0 | point >> 12);
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xf0 | point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace

std::optional<std::string> DecodePunycode(std::string_view text) {
  const std::size_t split = text.rfind('_');
  const std::string_view plain = split == std::string_view::npos ? "" : text.substr(0, split);
  std::string_view digits = split == std::string_view::npos ? text : text.substr(split + 1);
  std::vector<std::uint32_t> points(plain.begin(), plain.end());
  std::uint32_t point = kInitialPoint, position = 0, bias = kInitialBias;
  while (!digits.empty()) {
    const std::optional<std::uint32_t> delta = TakeNumber(digits, bias);
    const auto size = static_cast<std::uint32_t>(points.size() + 1);
    if (!delta || *delta > kMax - position) return std::nullopt;
    bias = NextBias(*delta, size, points.size() == plain.size());
    position += *delta;
    if (position / size > kLastPoint - point) return std::nullopt;
    point += position / size;
    position %= size;
    points.insert(points.begin() + position, point);
    ++position;
  }
  std::string result;
  for (const std::uint32_t p : points) AppendUtf8(result, p);
  return result;
}

}  // namespace burnglass
