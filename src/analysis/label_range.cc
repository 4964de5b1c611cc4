#include "analysis/label_range.h"

#include "base/read_text.h"
#include "base/units.h"

namespace burnglass {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

struct Amount {
  std::int64_t value = 0;
  std::string unit;
};

// "-12kb": a whole number, and letters behind it; nothing else.
std::optional<Amount> ReadAmount(std::string_view text) {
  const std::size_t sign = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
  std::size_t digits = text.find_first_not_of(kDigits, sign);
  if (digits == text.npos) digits = text.size();
  if (digits == sign || text.find_first_not_of(kLetters, digits) != text.npos) return std::nullopt;
  const std::optional<std::int64_t> value = ReadInt(text.substr(0, digits));
  if (!value) return std::nullopt;
  return Amount{*value, std::string(text.substr(digits))};
}

}  // namespace

bool LabelRange::Has(std::int64_t value, std::string_view value_unit) const {
  const ScaledValue scaled = Scale(value, value_unit, unit);
  return scaled.unit == unit && !(from && scaled.value < *from) && !(to && scaled.value > *to);
}

std::optional<LabelRange> ParseLabelRange(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view left = text.substr(0, colon);
  const std::string_view right = colon == text.npos ? left : text.substr(colon + 1);
  const std::optional<Amount> from = ReadAmount(left);
  const std::optional<Amount> to = ReadAmount(right);
  if ((!from && !left.empty()) || (!to && !right.empty()) || (!from && !to)) return std::nullopt;
  const Amount& first = from ? *from : *to;
  const ScaledValue scaled = Scale(first.value, first.unit, first.unit);
  LabelRange range{.unit = scaled.unit};
  if (from) range.from = scaled.value;
  if (to) {
    const ScaledValue end = Scale(to->value, to->unit, range.unit);
    if (from && end.unit != range.unit) return std::nullopt;
    range.to = end.value;
  }
  return range;
}

}  // namespace burnglass
