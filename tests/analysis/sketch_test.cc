// Sketches: what comes of a large tree before the tree.
#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "analysis/flame_layout.h"
#include "analysis/reshape_tree.h"
#include "check_tree.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

// What a builder makes on its way, and at last.
struct Made {
  std::optional<CallTree> sketch;
  CallTree tree;
  int returns = 0;  // without the tree being done
};

Made Make(const BuiltTree& built, std::size_t sketched, const Budget& budget) {
  CallTreeBuilder builder(built.selection, built.names, built.stacks, nullptr, sketched);
  Made made;
  while (!builder.Work(budget)) {
    ++made.returns;
    if (builder.sketch()) made.sketch = *builder.sketch();
  }
  Result<CallTree> tree = builder.Take();
  REQUIRE(tree.ok());
  made.tree = tree.Take();
  return made;
}

Made MakeInverted(const BuiltTree& built, const ReshapeLimits& limits) {
  TreeReshaper reshaper(built.tree, built.names, {.form = TreeForm::kInverted}, limits);
  Made made;
  while (!reshaper.Work(Budget::Unlimited())) {
    ++made.returns;
    if (reshaper.sketch()) made.sketch = *reshaper.sketch();
  }
  made.tree = reshaper.Take();
  return made;
}

auto BoxOf(const CallTree& tree, std::uint32_t box) {
  return std::tuple(tree.depth[box], tree.name[box], tree.inlined[box], tree.x[box], tree.cum[box],
                    tree.flat[box], tree.width(box));
}

// Box by box: the sketch has all of the tree's that are wide enough, just as they are there.
void CheckSketch(const CallTree& sketch, const CallTree& tree) {
  REQUIRE(sketch.least == FinestWidth(tree.width(0)));
  CHECK(tree.least == 0);
  CHECK(sketch.total == tree.total);
  std::vector<std::uint32_t> at(tree.size(), kNone);
  std::uint32_t next = 0;
  for (std::uint32_t box = 0; box < tree.size(); ++box) {
    if (box > 0 && tree.width(box) < sketch.least) {
      if (tree.width(tree.parent[box]) >= sketch.least && !sketch.pruned[at[tree.parent[box]]]) {
        FAIL("box " << box << " is not told to be missing");
      }
      continue;
    }
    if (next == sketch.size()) FAIL("box " << box << " is missing");
    at[box] = next;
    if (sketch.parent[next] != (box == 0 ? 0 : at[tree.parent[box]]) ||
        BoxOf(sketch, next) != BoxOf(tree, box)) {
      FAIL("box " << box << " is another in the sketch");
    }
    ++next;
  }
  REQUIRE(next == sketch.size());
}

std::size_t NarrowBoxes(const CallTree& tree) {
  const std::int64_t least = FinestWidth(tree.width(0));
  std::size_t narrow = 0;
  for (std::uint32_t box = 1; box < tree.size(); ++box) narrow += tree.width(box) < least;
  return narrow;
}

TEST_CASE("a sketch is the tree without its narrow boxes") {
  std::size_t narrow = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const bool large = seed % 50 == 0;
    const BuiltTree built = BuildChecked(RandomProfile(
        seed, {.samples = large ? 2000u : 60u, .locations = large ? 200u : 20u, .skewed = true}));
    const Made made = Make(built, 0, Budget::Unlimited());
    REQUIRE(made.sketch);
    CHECK(made.returns == 1);
    CheckSketch(*made.sketch, made.tree);
    CHECK(made.sketch->deepest == built.tree.deepest);
    CHECK(made.tree.name == built.tree.name);
    CHECK(made.tree.cum == built.tree.cum);
    CHECK(made.tree.pruned.empty());
    narrow += NarrowBoxes(built.tree);
  }
  CHECK(narrow > 2000);
}

TEST_CASE("an inverted tree is sketched likewise") {
  std::size_t narrow = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const BuiltTree built = BuildChecked(RandomProfile(seed, {.samples = 300, .skewed = true}));
    if (built.tree.size() == 1) continue;
    const Made made = MakeInverted(built, {.sketched = 0});
    REQUIRE(made.sketch);
    CheckSketch(*made.sketch, made.tree);
    const CallTree whole = ReshapeTree(built.tree, built.names, {.form = TreeForm::kInverted});
    CHECK(made.tree.name == whole.name);
    CHECK(made.tree.cum == whole.cum);
    narrow += NarrowBoxes(whole);
  }
  CHECK(narrow > 2000);
}

TEST_CASE("small trees need no sketch, and none is made of them") {
  const BuiltTree built = BuildChecked(RandomProfile(1, {.samples = 300, .skewed = true}));
  const Made made = Make(built, 100'000, Budget::Unlimited());
  CHECK_FALSE(made.sketch);
  CHECK(made.returns == 0);
  CHECK_FALSE(MakeInverted(built, {.sketched = 100'000}).sketch);
}

TEST_CASE("what is built without its narrow boxes is not sketched before") {
  const BuiltTree built = BuildChecked(RandomProfile(1, {.samples = 300, .skewed = true}));
  const Made made = MakeInverted(built, {.boxes = 1, .sketched = 0});
  CHECK_FALSE(made.sketch);
  CHECK(made.returns == 0);
  const Made sketched = MakeInverted(built, {.sketched = 0});
  CHECK(made.tree.least == sketched.sketch->least);
  CHECK(made.tree.name == sketched.sketch->name);
  CHECK(made.tree.cum == sketched.sketch->cum);
}

TEST_CASE("slices make the same sketch as one go") {
  const BuiltTree built =
      BuildChecked(RandomProfile(7, {.samples = 20000, .locations = 300, .skewed = true}));
  const Made whole = Make(built, 0, Budget::Unlimited());
  const Made sliced = Make(built, 0, Budget(0));
  CHECK(sliced.returns > 10);
  CheckSketch(*sliced.sketch, sliced.tree);
  CHECK(sliced.sketch->x == whole.sketch->x);
  CHECK(sliced.tree.x == whole.tree.x);
}

}  // namespace
}  // namespace burnglass
