// Stacks count once for each function that they go through, however the tree holds them.
#include "analysis/change_noise.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

using Catch::Matchers::WithinRel;
using Bounds = std::unordered_map<std::string, ChangeNoise::Bounds>;

Bounds BoundsOf(const ProfilePtr& before, const ProfilePtr& after) {
  const Selection a = *SelectStacks(before, {}), b = *SelectStacks(after, {});
  const FrameTable frames_a(*before, *a.lines), frames_b(*after, *b.lines);
  ChangeNoise noise;
  noise.AddSide(a, frames_a, false);
  noise.AddSide(b, frames_b, true);
  return noise.Find(1, 1, [](const std::string&) { return true; });
}

TEST_CASE("Recursion, inlined or not, counts once") {
  const Bounds bounds = BoundsOf(
      DrawProfile({"main   main        main", "rec    rec>rec     rec", "rec    leaf        other",
                   "leaf   rec         rec", "90     40          7"}),
      DrawProfile({"main   main        main", "rec    rec>rec     rec", "rec    leaf        rec",
                   "leaf   rec         -", "10     55          30"}));
  CHECK(bounds.at("main").cum > 0);
  CHECK_THAT(bounds.at("rec").cum, WithinRel(bounds.at("main").cum, 1e-12));
  CHECK(bounds.at("leaf").cum < bounds.at("main").cum);
  CHECK(bounds.at("main").flat == 0);
}

TEST_CASE("A stack of both sides is one, wherever its locations come first") {
  // The bound by signs of one stack that hardly changed is small, of two that did it is large.
  const Bounds same = BoundsOf(DrawProfile({"main main", "a b", "100 100"}),
                               DrawProfile({"main main", "b a", "101 101"}));
  const Bounds others = BoundsOf(DrawProfile({"main main", "a b", "100 100"}),
                                 DrawProfile({"main main", "c d", "101 101"}));
  CHECK(same.at("main").cum < 20);
  CHECK(others.at("main").cum > 300);
  CHECK_THAT(same.at("a").flat, WithinRel(same.at("b").flat, 1e-12));
}

}  // namespace
}  // namespace burnglass
