// Values and how they are written: "1.50MB", "3.02s", "43.40%". Unit names, families and rounding
// are pprof's, to the byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace burnglass {

struct ScaledValue {
  double value = 0;
  std::string unit;  // empty for plain counts
};

// `value`, measured in `from`, expressed in `to`. "auto" and "minimum" choose the largest unit of
// the family in which the value is at least 1. A `to` that is not of the family of `from` gives
// the family's own default (B, s, GCU); where `from` has no family, nothing is converted and the
// wished unit is written behind the number.
ScaledValue Scale(std::int64_t value, std::string_view from, std::string_view to);

// Two decimals unless they are zero, then the unit; zero is "0" without one.
std::string ScaledLabel(std::int64_t value, std::string_view from, std::string_view to);

// |value / total| as "43.40%", "  100%", "0.009%": at least five characters and the sign.
std::string Percentage(std::int64_t value, std::int64_t total);

// One unit for a whole column: that of the smallest magnitude, or that of a hundred times the
// smallest where the largest has another unit and is more than a hundred times as big.
std::string CommonUnit(std::int64_t smallest, std::int64_t largest, std::string_view unit);

// Whether both are units of one family (bytes, time, GCU), so that Scale converts between them.
bool SameUnitFamily(std::string_view a, std::string_view b);

}  // namespace burnglass
