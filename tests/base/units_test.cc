#include "base/units.h"

#include <cstdint>
#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

// "a" in quotes, as Go's %q writes it; nothing in these tables is escaped.
std::string Unquoted(const std::string& text) { return text.substr(1, text.size() - 2); }

TEST_CASE("Labels are pprof's, for every value and pair of units that was recorded") {
  const auto rows = ReadTable(SharedPath("conformance/google-pprof/unit/scaled_label.tsv"), 4);
  for (const auto& row : rows) {
    INFO(row[0] << " " << row[1] << " in " << row[2]);
    CHECK(ScaledLabel(std::stoll(row[0]), row[1], row[2]) == row[3]);
  }
}

TEST_CASE("Percentages are pprof's, for every pair of values that was recorded") {
  const auto rows = ReadTable(SharedPath("conformance/google-pprof/unit/percentage.tsv"), 3);
  for (const auto& row : rows) {
    INFO(row[0] << " of " << row[1]);
    CHECK(Percentage(std::stoll(row[0]), std::stoll(row[1])) == Unquoted(row[2]));
  }
}

TEST_CASE("Values are scaled within their family") {
  CHECK(Scale(1536, "bytes", "kB").value == 1.5);
  CHECK(Scale(1536, "bytes", "kB").unit == "kB");
  CHECK(Scale(-1536, "bytes", "auto").value == -1.5);
  CHECK(Scale(90, "minutes", "s").unit == "s");  // minutes are no unit of pprof's: nothing happens
  CHECK(Scale(90, "minutes", "s").value == 90);
  CHECK(Scale(3599, "s", "auto").unit == "s");
  CHECK(Scale(3600, "s", "auto").unit == "hrs");
}

TEST_CASE("The largest and the smallest value are written") {
  CHECK(ScaledLabel(kMax, "nanoseconds", "auto") == "2562047.79hrs");
  CHECK(ScaledLabel(kMin, "count", "count") == "-9223372036854775808");
  CHECK(Percentage(kMin, kMax) == "  100%");
}

TEST_CASE("A column's unit is that of its smallest value, or of a hundred times that") {
  // 10 ms and 1.31 s: in seconds, as the smallest has two decimals there.
  CHECK(CommonUnit(10'000'000, 1'310'000'000, "nanoseconds") == "s");
  // 10 ms and 0.9 s have the unit ms both.
  CHECK(CommonUnit(10'000'000, 900'000'000, "nanoseconds") == "ms");
  // 60 ms and 1.31 s: the largest is not a hundred times the smallest.
  CHECK(CommonUnit(60'000'000, 1'310'000'000, "nanoseconds") == "ms");
  CHECK(CommonUnit(512, 14'466'406, "bytes") == "kB");
  // Nothing has any cost: then the total says it.
  CHECK(CommonUnit(0, 2048, "bytes") == "kB");
  CHECK(CommonUnit(1, 1'000'000, "goroutines") == "goroutines");
}

TEST_CASE("Units of one family are found in all their spellings") {
  CHECK(SameUnitFamily("Nanoseconds", "hrs"));
  CHECK(SameUnitFamily("KB", "bytes"));
  CHECK_FALSE(SameUnitFamily("bytes", "seconds"));
  CHECK_FALSE(SameUnitFamily("count", "count"));
  CHECK_FALSE(SameUnitFamily("", ""));
}

}  // namespace
}  // namespace burnglass
