#include "session/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/units.h"

namespace burnglass {
namespace {

constexpr std::string_view kThinSpace = "\u2009";
constexpr std::string_view kMinus = "\u2212";

// The digits of |value| with a thin space before every third.
std::string Grouped(std::string_view digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += kThinSpace;
    text += digits[i];
  }
  return text;
}

std::string Decimal(double value, int decimals) {
  std::array<char, 340> buffer;  // %f of the largest double has 309 digits
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, std::fabs(value));
  const std::string_view text(buffer.data(), static_cast<std::size_t>(size));
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string result = Grouped(text.substr(0, point));
  result += text.substr(point);
  const bool zero = text.find_first_not_of("0.") == std::string_view::npos;
  return value < 0 && !zero ? std::string(kMinus) + result : result;
}

// Three digits say enough outside of tables.
int DecimalsFor(double value) {
  const double magnitude = std::fabs(value);
  if (magnitude == std::floor(magnitude)) return 0;
  return magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0;
}

double Share(std::int64_t value, std::int64_t total) {
  return 100 * static_cast<double>(value) / static_cast<double>(total);
}

// Whole days since 1970 as a date: Howard Hinnant's civil_from_days.
struct Date {
  std::int64_t year, month, day;
};

Date DateOfDays(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          of_year - (153 * shifted + 2) / 5 + 1};
}

std::int64_t LargestMagnitude(std::span<const std::int64_t> values) {
  std::int64_t largest = 1;
  for (const std::int64_t v : values) largest = std::max(largest, v < 0 ? -(v + 1) : v);
  return largest;
}

}  // namespace

std::string_view UnitWord(std::string_view unit) {
  if (unit == "us") return "µs";
  if (unit == "hrs") return "h";
  if (unit == "count" || unit == "1") return "";
  return unit;
}

std::string ValueText(std::int64_t value, std::string_view unit) {
  const ScaledValue scaled = Scale(value, unit, value == 0 ? unit : "auto");
  // What has no family keeps its own unit.
  const std::string_view word = UnitWord(scaled.unit.empty() ? unit : scaled.unit);
  std::string text = Decimal(scaled.value, DecimalsFor(scaled.value));
  if (!word.empty()) text.append(" ").append(word);
  return text;
}

std::string CountText(std::int64_t count) { return Decimal(static_cast<double>(count), 0); }

std::string FileSizeText(double bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"B", "kB", "MB", "GB"};
  std::size_t unit = 0;
  while (bytes >= 999.5 && unit + 1 < kUnits.size()) bytes /= 1000, ++unit;
  return Decimal(bytes, unit < 2 ? 0 : 1).append(" ").append(kUnits[unit]);
}

std::string PercentFigure(std::int64_t value, std::int64_t total) {
  if (total == 0) return {};
  const double share = Share(value, total);
  if (value != 0 && std::fabs(share) < 0.05) return "<0.1";
  return Decimal(share, 1);
}

std::string PercentText(std::int64_t value, std::int64_t total) {
  std::string figure = PercentFigure(value, total);
  return figure.empty() ? figure : figure + " %";
}

ColumnFormat::ColumnFormat(std::span<const std::int64_t> values, std::string_view unit,
                           std::span<const std::int64_t> beside)
    : ColumnFormat(values, unit) {
  constexpr double kStillLong = 20;
  const auto own = static_cast<double>(LargestMagnitude(values));
  if (own * kStillLong < static_cast<double>(LargestMagnitude(beside))) return;
  *this = ColumnFormat(beside, unit);
  decimals_ = std::max(decimals_, DecimalsFor(values));
}

ColumnFormat::ColumnFormat(std::span<const std::int64_t> values, std::string_view unit) {
  const std::int64_t largest = LargestMagnitude(values);
  // The unit of a tenth: a column up to 9 s is written in ms, one up to 99 s in s.
  const std::string chosen = Scale(std::max<std::int64_t>(largest / 10, 1), unit, "auto").unit;
  const std::string_view target = chosen.empty() ? unit : std::string_view(chosen);
  unit_ = UnitWord(target);
  factor_ = chosen.empty() ? 1 : Scale(std::int64_t{1} << 40, unit, target).value / 0x1p40;

  decimals_ = DecimalsFor(values);
}

int ColumnFormat::DecimalsFor(std::span<const std::int64_t> values) const {
  const bool whole = std::all_of(values.begin(), values.end(), [&](std::int64_t v) {
    const double scaled = static_cast<double>(v) * factor_;
    return std::fabs(scaled - std::round(scaled)) < 1e-6;
  });
  const double top = static_cast<double>(LargestMagnitude(values)) * factor_;
  return whole ? 0 : top < 100 ? 2 : top < 1000 ? 1 : 0;
}

std::string ColumnFormat::Text(std::int64_t value) const {
  return Decimal(static_cast<double>(value) * factor_, decimals_);
}

std::string DateText(std::int64_t nanos) {
  if (nanos == 0) return {};
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::int64_t kMinute = 60'000'000'000, kDay = 24 * 60 * kMinute;
  std::int64_t days = nanos / kDay, rest = nanos % kDay;
  if (rest < 0) rest += kDay, --days;
  const Date date = DateOfDays(days);
  const auto minutes = static_cast<int>(rest / kMinute);
  std::array<char, 64> buffer;
  const int size =
      std::snprintf(buffer.data(), buffer.size(), "%d %s %d %02d:%02d UTC",
                    static_cast<int>(date.day), kMonths[static_cast<std::size_t>(date.month - 1)],
                    static_cast<int>(date.year), minutes / 60, minutes % 60);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace burnglass
