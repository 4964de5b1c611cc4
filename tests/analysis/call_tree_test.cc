#include "analysis/call_tree.h"

#include <limits>
#include <random>

#include <catch2/catch_test_macros.hpp>

#include "check_tree.h"
#include "path_tree.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

std::string Draw(const ProfilePtr& profile) {
  const BuiltTree built = BuildChecked(profile);
  return "\n" + DrawTree(built.tree, built.names);
}

TEST_CASE("stacks merge from the root, widest child first") {
  CHECK(Draw(DrawProfile({
            "main  main  main  init",
            "idle  work  work  -   ",
            "-     a     b     -   ",
            "1     2     4     3   ",
        })) == R"(
root 10
  main 7
    work 6
      b 4 flat 4
      a 2 flat 2
    idle 1 flat 1
  init 3 flat 3
)");
}

TEST_CASE("equally wide siblings stand by name") {
  CHECK(Draw(DrawProfile({
            "main  main  main",
            "c     a     b   ",
            "1     1     1   ",
        })) == R"(
root 3
  main 3
    a 1 flat 1
    b 1 flat 1
    c 1 flat 1
)");
}

TEST_CASE("inlined lines are boxes within their caller's") {
  CHECK(Draw(DrawProfile({
            "main        main     main",
            "run>scan>hit run>scan run ",
            "1           2        4   ",
        })) == R"(
root 7
  main 7
    run 7 flat 4
      ~scan 3 flat 2
        ~hit 1 flat 1
)");
}

TEST_CASE("a box is inlined only if it is so in all of its samples") {
  CHECK(Draw(DrawProfile({
            "run>f  run",
            "-      f  ",
            "1      2  ",
        })) == R"(
root 3
  run 3
    f 3 flat 3
)");
}

TEST_CASE("other locations of a function are the same box") {
  ProfileSketch sketch;
  sketch.AddSample({"main", "work", "a"}, 1);
  sketch.AddSample({"main", "work@bin", "a"}, 2);  // another location, the same function
  CHECK(Draw(sketch.Finish()) == R"(
root 3
  main 3
    work 3
      a 3 flat 3
)");
}

TEST_CASE("recursion nests") {
  CHECK(Draw(DrawProfile({
            "f  f  f",
            "f  f  g",
            "f  -  f",
            "1  2  4",
        })) == R"(
root 7
  f 7
    g 4
      f 4 flat 4
    f 3 flat 2
      f 1 flat 1
)");
}

TEST_CASE("a sample without locations is flat of the root") {
  CHECK(Draw(DrawProfile({
            "main  -",
            "1     5",
        })) == R"(
root 6 flat 5
  main 1 flat 1
)");
}

TEST_CASE("locations without lines are named by binary and address, and each is a box") {
  CHECK(Draw(DrawProfile({
            "main                main                main  main",
            "0x7f@/lib/libc.so.6 0x80@/lib/libc.so.6 0xab  ?@/bin/server",
            "0x7f@/lib/libc.so.6 -                   -     -",
            "8                   4                   2     1",
        })) == R"(
root 15
  main 15
    [libc.so.6] 0x7f 8
      [libc.so.6] 0x7f 8 flat 8
    [libc.so.6] 0x80 4 flat 4
    0xab 2 flat 2
    [server] 1 flat 1
)");
}

TEST_CASE("samples of value 0 are not in the tree") {
  CHECK(Draw(DrawProfile({
            "main  main",
            "a     b   ",
            "0     1   ",
        })) == R"(
root 1
  main 1
    b 1 flat 1
)");
}

TEST_CASE("width is the sum of magnitudes where values are negative") {
  CHECK(Draw(DrawProfile({
            "main  main  main  main",
            "a     a     b     c   ",
            "5     -5    -7    1   ",
        })) == R"(
root -6 |18
  main -6 |18
    a 0 |10
    b -7 |7 flat -7
    c 1 flat 1
)");
}

TEST_CASE("an empty profile is a root") {
  ProfileSketch sketch;
  CHECK(Draw(sketch.Finish()) == "\nroot 0\n");
}

TEST_CASE("sums that do not fit are an error, those that just fit are not") {
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  const auto error_of = [](std::vector<std::int64_t> values) -> std::string {
    ProfileSketch sketch;
    for (const std::int64_t value : values) sketch.AddSample({"main"}, value);
    const ProfilePtr profile = sketch.Finish();
    const Result<Selection> selection = Select(profile, {});
    const NameTable names(*profile);
    const LocationTree stacks = *profile->stacks();
    const Result<CallTree> tree = BuildCallTree(*selection, names, stacks);
    if (tree.ok()) CheckTree(*tree, *selection, names);
    return tree.ok() ? "" : tree.error().message;
  };
  CHECK(error_of({kMax - 1, 1}) == "");
  CHECK(error_of({kMax - 1, -1}) == "");
  CHECK(error_of({kMax, 1}).find("\"cpu\"") != std::string::npos);
  CHECK(error_of({kMax, -1}) != "");  // the sum fits, the width does not
  CHECK(error_of({std::numeric_limits<std::int64_t>::min()}) != "");
}

std::vector<Walk> WalksOf(const Selection& selection, const NameTable& names) {
  std::vector<Walk> walks;
  for (std::size_t i = 0; i < selection.values().size(); ++i) {
    if (selection.values()[i] == 0) continue;
    Walk walk{.steps = {}, .value = selection.values()[i]};
    const auto stack = selection.profile->stack(i);
    for (auto location = stack.rbegin(); location != stack.rend(); ++location) {
      bool inlined = false;
      for (const NameId name : names.frames().of(*location)) {
        walk.steps.push_back({name, std::exchange(inlined, true)});
      }
    }
    walks.push_back(std::move(walk));
  }
  return walks;
}

TEST_CASE("random profiles make the same tree as frame by frame") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    // The large ones make the hash table of the builder grow.
    const bool large = seed % 100 == 0;
    const RandomShape shape =
        large ? RandomShape{.samples = 2000, .locations = 200} : RandomShape();
    const BuiltTree built = BuildChecked(RandomProfile(seed, shape));
    const PathTree naive = TreeOfWalks(WalksOf(built.selection, built.names));
    const PathTree boxes = ByPath(built.tree);
    REQUIRE(boxes.size() == built.tree.size());  // no two boxes with one path
    REQUIRE(boxes == naive);
  }
}

TEST_CASE("slices make the same tree as one go") {
  const ProfilePtr profile = RandomProfile(7, {.samples = 20000, .locations = 300});
  const BuiltTree whole = BuildChecked(profile);
  int slices = 0;
  CallTreeBuilder builder(whole.selection, whole.names, whole.stacks);
  while (!builder.Work(Budget(0))) ++slices;
  const Result<CallTree> tree = builder.Take();
  REQUIRE(tree.ok());
  CHECK(slices > 10);
  CHECK(tree->end == whole.tree.end);
  CHECK(tree->name == whole.tree.name);
  CHECK(tree->flat == whole.tree.flat);
  CHECK(tree->x == whole.tree.x);
}

TEST_CASE("a stack of a hundred thousand frames builds") {
  constexpr std::size_t kDepth = 100000;
  ProfileSketch sketch;
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < kDepth; ++i) cells.push_back("f" + std::to_string(i % 100));
  sketch.AddSample(cells, 1);
  cells[kDepth / 2] = "other";
  sketch.AddSample(cells, 1);
  const BuiltTree built = BuildChecked(sketch.Finish());
  CHECK(built.tree.deepest == kDepth);
  CHECK(built.tree.size() == 1 + kDepth + kDepth / 2);
  CHECK(built.tree.cum[kDepth / 2] == 2);
}

}  // namespace
}  // namespace burnglass
