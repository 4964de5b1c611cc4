#include "analysis/flame_layout.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <random>

#include "check_tree.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

//            0         10        20        30
//   root     ##############################
//   main     ##############################
//   a, b     ####################__________    a: 0..20, b: 20..28, c: 28..29, d: 29..30
ProfilePtr Stairs() {
  return DrawProfile({
      "main  main  main  main  main",
      "a     a     b     c     d   ",
      "x     y     z     -     -   ",
      "15    5     8     1     1   ",
  });
}

std::string Draw(const BuiltTree& built, const FlameLayout& layout) {
  std::string drawing;
  for (std::size_t i = 0; i < layout.box.size(); ++i) {
    const std::uint32_t box = layout.box[i];
    if (i > 0) drawing += ' ';
    drawing += built.names.text(built.tree.name[box]);
    if (layout.parts_left_out[i] != 0) drawing += '+';
  }
  return drawing;
}

TEST_CASE("without a wish every box is there") {
  const BuiltTree built = BuildChecked(Stairs());
  const FlameLayout layout = LayOutFlame(built.tree, {});
  CHECK(Draw(built, layout) == "root main a x y b z c d");
  CHECK(layout.left_out == 0);
  CHECK(layout.min_width == 1);
  CHECK(layout.x_begin == 0);
  CHECK(layout.x_end == 30);
  CHECK(layout.parent == std::vector<std::uint32_t>{kNone, 0, 1, 2, 2, 1, 5, 1, 1});
}

TEST_CASE("narrow boxes are left out, counted and marked") {
  const BuiltTree built = BuildChecked(Stairs());
  const FlameLayout layout = LayOutFlame(built.tree, {.min_width = 8});
  CHECK(Draw(built, layout) == "root main+ a+ x b z");
  CHECK(layout.left_out == 3);
  CHECK(layout.min_width == 8);
}

TEST_CASE("a window has the boxes with a part inside, and their parents") {
  const BuiltTree built = BuildChecked(Stairs());
  CHECK(Draw(built, LayOutFlame(built.tree, {.x_begin = 16, .x_end = 21})) == "root main a y b z");
  CHECK(Draw(built, LayOutFlame(built.tree, {.x_begin = 15, .x_end = 20})) == "root main a y");
  CHECK(Draw(built, LayOutFlame(built.tree, {.x_begin = 28, .x_end = 29})) == "root main c");
}

TEST_CASE("what is left out is counted in the window only") {
  const BuiltTree built = BuildChecked(Stairs());
  const FlameLayout left = LayOutFlame(built.tree, {.x_begin = 0, .x_end = 10, .min_width = 10});
  CHECK(left.left_out == 0);
  const FlameLayout right = LayOutFlame(built.tree, {.x_begin = 27, .x_end = 29, .min_width = 10});
  CHECK(Draw(built, right) == "root main+");
  CHECK(right.left_out == 3);  // b, its z, and c, but not d
}

TEST_CASE("the engine's own choice follows the window") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main    main ",
      "a       b    ",
      "1000000 10   ",
  }));
  CHECK(LayOutFlame(built.tree, {}).min_width == 1000010 / kFinestParts);
  CHECK(Draw(built, LayOutFlame(built.tree, {})) == "root main+ a");
  const FlameWindow corner{.x_begin = 1000000, .x_end = 1000010};
  CHECK(LayOutFlame(built.tree, corner).min_width == 1);
  CHECK(Draw(built, LayOutFlame(built.tree, corner)) == "root main b");
}

TEST_CASE("windows beyond the graph are cut to it") {
  constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  const BuiltTree built = BuildChecked(Stairs());
  const FlameLayout all = LayOutFlame(built.tree, {.x_begin = kMin, .x_end = kMax});
  CHECK(all.x_begin == 0);
  CHECK(all.x_end == 30);
  CHECK(all.box.size() == built.tree.size());
  CHECK(LayOutFlame(built.tree, {.x_begin = kMax, .x_end = kMin}).box.size() == 1);
  CHECK(LayOutFlame(built.tree, {.min_width = kMax}).box.size() == 1);
  CHECK(LayOutFlame(built.tree, {.min_width = kMin}).box.size() == built.tree.size());
}

TEST_CASE("random windows show and count what every box says of itself") {
  std::mt19937 random(3);
  for (unsigned seed = 0; seed < 100; ++seed) {
    const CallTree tree = BuildChecked(RandomProfile(seed)).tree;
    const std::int64_t width = tree.width(0);
    for (int i = 0; i < 20; ++i) {
      const auto below = [&](std::int64_t n) {
        return n <= 0 ? 0 : static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n));
      };
      FlameWindow window{.x_begin = below(width), .min_width = 1 + below(width / 4)};
      window.x_end = window.x_begin + 1 + below(width - window.x_begin);
      const FlameLayout layout = LayOutFlame(tree, window);

      std::vector<std::uint32_t> shown{0};
      std::uint32_t left_out = 0;
      std::vector<std::uint8_t> parts_left_out(tree.size());
      for (std::uint32_t box = 1; box < tree.size(); ++box) {
        const bool touches =
            tree.x[box] < window.x_end && tree.x[box] + tree.width(box) > window.x_begin;
        if (!touches) continue;
        if (tree.width(box) >= window.min_width) {
          shown.push_back(box);
        } else {
          ++left_out;
          parts_left_out[tree.parent[box]] = 1;
        }
      }
      INFO("seed " << seed << ", window " << window.x_begin << " to " << window.x_end << " by "
                   << window.min_width);
      REQUIRE(layout.box == shown);
      REQUIRE(layout.left_out == left_out);
      for (std::size_t k = 0; k < shown.size(); ++k) {
        const bool below = k == 0 || layout.box[layout.parent[k]] == tree.parent[shown[k]];
        if (below && layout.parts_left_out[k] == parts_left_out[shown[k]]) continue;
        FAIL("box " << shown[k]);
      }
    }
  }
}

}  // namespace
}  // namespace burnglass
