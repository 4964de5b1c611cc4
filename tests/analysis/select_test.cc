#include "analysis/select.h"

#include <cstdint>
#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "profile/check_preorder.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

TEST_CASE("The total is the sum of magnitudes") {
  const ProfilePtr profile = DrawProfile({"main  main  main",  //
                                          "5     -3    0   "});
  const Result<Selection> selection = Select(profile, {});
  REQUIRE(selection.ok());
  CHECK(selection->total == 8);
  CHECK_FALSE(selection->total_overflowed);
  CHECK(selection->type() == "cpu");
  CHECK(selection->unit() == "count");
  CHECK(std::vector<std::int64_t>(selection->values().begin(), selection->values().end()) ==
        std::vector<std::int64_t>{5, -3, 0});
}

TEST_CASE("The query's sample type is selected, and refused where there is none") {
  ProfileSketch sketch = SketchProfile({"main", "5"});
  sketch.data().sample_types.push_back({sketch.data().strings.Intern("wall"), 0});
  sketch.data().values.push_back({70});
  const ProfilePtr profile = sketch.Finish();
  CHECK(Select(profile, {})->total == 70);
  CHECK(Select(profile, {.sample_index = "cpu"})->total == 5);
  CHECK(Select(profile, {.sample_index = "heap"}).error().message ==
        "sample_index \"heap\" is none of the profile's sample types: cpu, wall");
}

TEST_CASE("With samples of a base, only those are what percentages are of") {
  ProfileSketch sketch = SketchProfile({"main  main  main", "5     -3    -20 "});
  ProfileData& data = sketch.data();
  const StringId base = data.strings.Intern("pprof::base");
  data.labels = {{.key = base, .str = data.strings.Intern("false")},
                 {.key = base, .str = data.strings.Intern("true")}};
  data.label_ends = {1, 2, 2};
  CHECK(Select(sketch.Finish(), {})->total == 3);
}

TEST_CASE("A base of nothing but zeros does not count") {
  ProfileSketch sketch = SketchProfile({"main  main", "5     0   "});
  ProfileData& data = sketch.data();
  data.labels = {{.key = data.strings.Intern("pprof::base"), .str = data.strings.Intern("true")}};
  data.label_ends = {0, 1};
  CHECK(Select(sketch.Finish(), {})->total == 5);
}

TEST_CASE("Filtered stacks are numbered as all are, and share what is as it was") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const ProfilePtr profile = RandomProfile(seed);
    const LocationTree& all = *profile->stacks();
    for (const char* pattern : {"^a$", "^[b-d]$", "."}) {
      const Result<Selection> hidden = SelectStacks(profile, {.hide = pattern});
      CheckPreorder(hidden->stacks->parent, hidden->stacks->end);
      const Result<Selection> shown = SelectStacks(profile, {.show_from = pattern});
      CheckPreorder(shown->stacks->parent, shown->stacks->end);
      const Result<Selection> ignored = SelectStacks(profile, {.ignore = pattern});
      CHECK(ignored->stacks->parent.data() == all.parent.data());
      CHECK(ignored->stacks->leaf.size() == all.leaf.size());
    }
  }
}

TEST_CASE("A total that does not fit wraps around, and says so") {
  const std::string most = std::to_string(std::numeric_limits<std::int64_t>::max());
  const Result<Selection> selection = Select(DrawProfile({"main main", most + " " + most}), {});
  CHECK(selection->total == -2);
  CHECK(selection->total_overflowed);
}

}  // namespace
}  // namespace burnglass
