// What is made of a set of files: series of one kind in the order of their times, the rest one by
// one.
#include "session/part_set.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

SetPart PartOf(ProfileId id, std::string name, std::string kind, std::int64_t time = 0) {
  return {.id = id,
          .ended = true,
          .decoded = true,
          .name = std::move(name),
          .kind = kind,
          .series = kind + " default",
          .time_nanos = time};
}

TEST_CASE("Profiles of one kind are a series in the order of their times") {
  const PartSet set{"drop",
                    9,
                    {PartOf(1, "b", "heap", 30), PartOf(2, "a", "cpu", 5),
                     PartOf(3, "c", "heap", 10), PartOf(4, "d", "heap", 20)}};
  const std::vector<MakePlan> plans = PlansOf(set);
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].source == std::vector<ProfileId>{3, 4, 1});
  CHECK(plans[0].name == "3 heap profiles");
  CHECK(plans[1].source == std::vector<ProfileId>{2});
  CHECK(plans[1].name == "a");
}

TEST_CASE("Without times the names order, numbers in them by their value") {
  const PartSet set{
      "drop",
      9,
      {PartOf(1, "heap.10", "heap"), PartOf(2, "heap.9", "heap", 7), PartOf(3, "heap.1", "heap")}};
  CHECK(PlansOf(set)[0].source == std::vector<ProfileId>{3, 2, 1});
}

TEST_CASE("Two of a kind are opened one by one, and what was not decoded is in nothing") {
  PartSet set{
      "drop", 9, {PartOf(1, "one", "heap"), PartOf(2, "two", "heap"), {.id = 3, .ended = true}}};
  CHECK(set.Ended());
  const std::vector<MakePlan> plans = PlansOf(set);
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].source == std::vector<ProfileId>{1});
  CHECK(plans[1].source == std::vector<ProfileId>{2});
}

TEST_CASE("A set has ended when each of its files has") {
  PartSet set{"drop", 9, {PartOf(1, "one", "heap"), {.id = 2}}};
  CHECK_FALSE(set.Ended());
  CHECK(set.CountEnded() == 1);
  set.Find(2)->ended = true;
  CHECK(set.Ended());
  CHECK(set.Find(7) == nullptr);
}

}  // namespace
}  // namespace burnglass
