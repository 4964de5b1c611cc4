// How values are written on screen: "2.06 s", "150 ms", "2 060", "62.4 %". Groups of digits are
// parted by a thin space, the minus is U+2212.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace burnglass {

// With the unit that suits it and about three digits: "5.14 s", "21.3 MB", "412".
std::string ValueText(std::int64_t value, std::string_view unit);

// "12 408", "−3".
std::string CountText(std::int64_t count);

// Bytes of a file in decimal units, as file managers show them: "26 kB", "34.3 MB".
std::string FileSizeText(double bytes);

// One decimal: "62.4 %"; "<0.1 %" for what would round to nothing; "" without a total.
std::string PercentText(std::int64_t value, std::int64_t total);
// The same figure without its sign, for columns whose head says %.
std::string PercentFigure(std::int64_t value, std::int64_t total);

// A column has one unit and the same decimals in every row.
class ColumnFormat {
 public:
  ColumnFormat() = default;
  // From the largest magnitude of `values`, measured in `unit`.
  ColumnFormat(std::span<const std::int64_t> values, std::string_view unit);

  // Of a column that stands beside another: the same, unless that would write its figures too
  // short.
  ColumnFormat(std::span<const std::int64_t> values, std::string_view unit,
               std::span<const std::int64_t> beside);

  // For the head: "ms"; "" for counts.
  const std::string& unit() const { return unit_; }
  std::string Text(std::int64_t value) const;

 private:
  int DecimalsFor(std::span<const std::int64_t> values) const;

  std::string unit_;
  double factor_ = 1;  // a value times this is in unit_
  int decimals_ = 0;
};

// The unit as a person writes it: "µs" for "us", "" for "count".
std::string_view UnitWord(std::string_view unit);

// "22 Nov 2026 18:26 UTC" of nanoseconds since 1970; "" for 0.
std::string DateText(std::int64_t nanos);

}  // namespace burnglass
