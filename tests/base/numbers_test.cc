// Sums, hashes, paths.
#include <cstdint>
#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "base/checked_sum.h"
#include "base/hash.h"
#include "base/path.h"

namespace burnglass {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

TEST_CASE("A sum that does not fit wraps around, and is known to have done so") {
  CheckedSum sum;
  sum.Add(kMax);
  CHECK_FALSE(sum.overflowed());
  sum.Add(kMax);
  CHECK(sum.value() == -2);
  CHECK(sum.overflowed());
  sum.Add(2);
  CHECK(sum.value() == 0);
  CHECK(sum.overflowed());
}

TEST_CASE("Magnitudes are added without their signs") {
  CheckedSum sum;
  sum.AddMagnitude(-5);
  sum.AddMagnitude(7);
  CHECK(sum.value() == 12);
  CHECK_FALSE(sum.overflowed());
  CheckedSum smallest;
  smallest.AddMagnitude(kMin);
  CHECK(smallest.value() == kMin);
  CHECK(smallest.overflowed());
}

TEST_CASE("Magnitude and WrappingAdd are Go's") {
  CHECK(Magnitude(-3) == 3);
  CHECK(Magnitude(kMin) == kMin);
  CHECK(Magnitude(kMax) == kMax);
  CHECK(WrappingAdd(kMax, 1) == kMin);
  CHECK(WrappingAdd(kMin, -1) == kMax);
  CHECK(WrappingAdd(-2, 5) == 3);
}

TEST_CASE("FNV-1a gives its published values") {
  CHECK(HashBytes("") == 0xcbf29ce484222325);
  CHECK(HashBytes("a") == 0xaf63dc4c8601ec8c);
  CHECK(HashBytes("foobar") == 0x85944171f73967e8);
  CHECK(HashBytes("bar", HashBytes("foo")) == HashBytes("foobar"));
}

TEST_CASE("The base of a path is Go's") {
  CHECK(BaseName("/usr/bin/server") == "server");
  CHECK(BaseName("server") == "server");
  CHECK(BaseName("a/b//") == "b");
  CHECK(BaseName("") == ".");
  CHECK(BaseName("///") == "/");
}

}  // namespace
}  // namespace burnglass
