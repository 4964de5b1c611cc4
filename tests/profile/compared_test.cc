// Differences that a file holds already, parted into their sides.
#include "profile/compared.h"

#include <catch2/catch_test_macros.hpp>

#include "drawn_profile.h"
#include "profile/compare.h"
#include "profile/open.h"

namespace burnglass {
namespace {

ProfileData Drawn(const std::string& values) {
  return DrawProfile({"main   main   main", "a      b      c", values})->data();
}

std::int64_t Sum(const Profile& profile) {
  std::int64_t sum = 0;
  for (const std::int64_t value : profile.data().values[0]) sum += value;
  return sum;
}

ProfilePtr Difference(const CompareOptions& options) {
  return *FinishProfile(
      *CompareProfiles(Drawn("5      0      9"), Drawn("7      2      0"), options));
}

TEST_CASE("A difference with the label of its base is parted into what was subtracted") {
  const ProfilePtr difference = Difference({.keep_apart = true});
  CHECK(Sum(*difference) == 5);
  REQUIRE(IsCompared(*difference));
  const ComparedSides sides = SplitCompared(*difference);
  CHECK(Sum(*sides.before) == 9);
  CHECK(Sum(*sides.after) == 14);
}

TEST_CASE("Without the label nothing tells the sides") {
  CHECK_FALSE(IsCompared(*Difference({})));
  CHECK_FALSE(IsCompared(*DrawProfile({"main", "5"})));
}

TEST_CASE("The profile is scaled before it is compared") {
  const ProfilePtr difference = Difference({.keep_apart = true, .times = 2});
  CHECK(Sum(*SplitCompared(*difference).after) == 28);
  CHECK(Sum(*SplitCompared(*difference).before) == 9);
}

TEST_CASE("Samples that are kept keep their stacks, values and labels") {
  ProfileData data =
      *CompareProfiles(Drawn("5      0      9"), Drawn("7      2      0"), {.keep_apart = true});
  REQUIRE(ListSamples(data) == R"(
main a 5
main c 9
main a -7 [pprof::base=true]
main b -2 [pprof::base=true]
)");
  KeepSamples(data, {1, 1, 1, 1});
  CHECK(data.sample_count() == 4);
  KeepSamples(data, {0, 1, 0, 1});
  CHECK(ListSamples(data) == "\nmain c 9\nmain b -2 [pprof::base=true]\n");
  KeepSamples(data, {0, 0});
  CHECK(ListSamples(data) == "\n");
  CHECK(FinishProfile(std::move(data)).ok());
}

}  // namespace
}  // namespace burnglass
