// Shapes of a tree: drawn by hand, and against what the samples say one by one.
#include <algorithm>
#include <numeric>
#include <optional>

#include <catch2/catch_test_macros.hpp>

#include "analysis/flame_layout.h"
#include "analysis/reshape_tree.h"
#include "check_tree.h"
#include "path_tree.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

constexpr TreeShape kInverted{.form = TreeForm::kInverted};
constexpr TreeShape kFolded{.folded = true};

// The number of a name; of the root when it is nowhere.
NameId NameOf(const NameTable& names, std::string_view text) {
  for (NameId name = 1; name < names.size(); ++name) {
    if (names.text(name) == text) return name;
  }
  return kRootName;
}

std::string Draw(const ProfilePtr& profile, TreeShape shape, std::string_view pivot = {}) {
  const BuiltTree built = BuildChecked(profile);
  if (!pivot.empty()) shape.pivot = NameOf(built.names, pivot);
  return "\n" + DrawTree(ReshapeTree(built.tree, built.names, shape), built.names);
}

ProfilePtr Small() {
  return DrawProfile({
      "main  main  main  init",
      "work  work  idle  work",
      "alloc sort  -     sort",
      "-     alloc -     -   ",
      "1     2     4     8   ",
  });
}

TEST_CASE("inverted, stacks merge from where they end") {
  CHECK(Draw(Small(), kInverted) == R"(
root 15
  sort 8
    work 8
      init 8 flat 8
  idle 4
    main 4 flat 4
  alloc 3
    sort 2
      work 2
        main 2 flat 2
    work 1
      main 1 flat 1
)");
}

TEST_CASE("callers grow up from all boxes of a function, callees down") {
  CHECK(Draw(Small(), {.form = TreeForm::kCallers}, "work") == R"(
work 11
  init 8 flat 8
  main 3 flat 3
)");
  CHECK(Draw(Small(), {.form = TreeForm::kCallees}, "work") == R"(
work 11
  sort 10 flat 8
    alloc 2 flat 2
  alloc 1 flat 1
)");
}

TEST_CASE("by name, siblings stand where one looks for them") {
  CHECK(Draw(Small(), {.by_name = true}) == R"(
root 15
  init 8
    work 8
      sort 8 flat 8
  main 7
    idle 4 flat 4
    work 3
      alloc 1 flat 1
      sort 2
        alloc 2 flat 2
)");
}

TEST_CASE("recursion folds into the outermost occurrence") {
  const ProfilePtr profile = DrawProfile({
      "main  main  main  main",
      "f     f     f     g   ",
      "f     g     g     f   ",
      "f     f     h     g   ",
      "h     h     -     -   ",
      "1     2     4     8   ",
  });
  CHECK(Draw(profile, kFolded) == R"(
root 15
  main 15
    g 8 flat 8
    f 7
      g 4
        h 4 flat 4
      h 3 flat 3
)");
  // What is inverted then has no recursion, either.
  CHECK(Draw(profile, {.form = TreeForm::kInverted, .folded = true}) == R"(
root 15
  g 8
    main 8 flat 8
  h 7
    g 4
      f 4
        main 4 flat 4
    f 3
      main 3 flat 3
)");
}

TEST_CASE("a stack through a recursive function counts once for it") {
  const ProfilePtr profile = DrawProfile({
      "main  main",
      "f     f   ",
      "g     h   ",
      "f     -   ",
      "1     2   ",
  });
  CHECK(Draw(profile, {.form = TreeForm::kCallers}, "f") == R"(
f 3
  main 3 flat 3
)");
  CHECK(Draw(profile, {.form = TreeForm::kCallees}, "f") == R"(
f 3
  h 2 flat 2
  g 1
    f 1 flat 1
)");
}

TEST_CASE("a function without boxes is a root without width") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main  main",
      "a     b   ",
      "0     1   ",
  }));
  const CallTree tree = ReshapeTree(
      built.tree, built.names, {.form = TreeForm::kCallers, .pivot = NameOf(built.names, "a")});
  CHECK(tree.size() == 1);
  CHECK(tree.width(0) == 0);
  CHECK(tree.total == 1);
}

TEST_CASE("widths are magnitudes where values are negative, also of what cancels out") {
  CHECK(Draw(DrawProfile({
                 "main  main  init",
                 "a     a     a   ",
                 "5     -5    -7  ",
             }),
             kInverted) == R"(
root -7 |17
  a -7 |17
    main 0 |10
    init -7 |7 flat -7
)");
}

using Steps = std::vector<Step>;

// The frames of a sample from the root, each inlined as its box in the upright tree is.
Steps StepsOf(const BuiltTree& built, const PathTree& upright, std::size_t sample) {
  Steps steps;
  Path path;
  const auto stack = built.selection.profile->stack(sample);
  for (auto location = stack.rbegin(); location != stack.rend(); ++location) {
    for (const NameId name : built.names.frames().of(*location)) {
      path.push_back(name);
      steps.push_back({name, upright.at(path).inlined});
    }
  }
  return steps;
}

Steps Folded(const Steps& steps) {
  Steps folded;
  for (const Step& step : steps) {
    const auto before = std::find_if(folded.begin(), folded.end(),
                                     [&](const Step& s) { return s.name == step.name; });
    if (before == folded.end()) {
      folded.push_back(step);
    } else {
      folded.erase(before + 1, folded.end());
    }
  }
  return folded;
}

// The way of a stack in a shape, the root left out; nothing where it is not in the tree.
std::optional<Steps> Shaped(Steps steps, const TreeShape& shape, const NameTable& names) {
  if (shape.folded) steps = Folded(steps);
  if (shape.form == TreeForm::kTopDown) return steps;
  if (shape.form == TreeForm::kInverted) return Steps(steps.rbegin(), steps.rend());
  const auto pivot = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
    return step.name == shape.pivot || names.row(step.name) == shape.pivot;
  });
  if (pivot == steps.end()) return std::nullopt;
  if (shape.form == TreeForm::kCallees) return Steps(pivot + 1, steps.end());
  return Steps(std::make_reverse_iterator(pivot), steps.rend());
}

std::vector<Walk> WalksOf(const BuiltTree& built) {
  const PathTree upright = ByPath(built.tree);
  std::vector<Walk> walks;
  const auto values = built.selection.values();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != 0) walks.push_back({StepsOf(built, upright, i), values[i]});
  }
  return walks;
}

PathTree ShapedTree(const std::vector<Walk>& walks, const TreeShape& shape,
                    const NameTable& names) {
  std::vector<Walk> shaped;
  for (const Walk& walk : walks) {
    if (auto steps = Shaped(walk.steps, shape, names))
      shaped.push_back({*std::move(steps), walk.value});
  }
  return TreeOfWalks(shaped);
}

void ForgetInlined(PathTree& tree) {
  for (auto& [path, box] : tree) box.inlined = false;
}

// Everything that holds for a tree of any shape.
void CheckShaped(const CallTree& tree, const TreeShape& shape, const NameTable& names) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (!shape.by_name && tree.width(a) != tree.width(b)) return tree.width(a) > tree.width(b);
    const auto text_a = names.text(tree.name[a]), text_b = names.text(tree.name[b]);
    return text_a != text_b ? text_a < text_b : tree.name[a] < tree.name[b];
  };
  REQUIRE(tree.by_name == shape.by_name);
  REQUIRE(tree.end[0] == tree.size());
  CheckBoxes(tree, "wide enough, children side by side, sorted, and all sums right", [&](auto box) {
    std::int64_t x = tree.x[box], cum = tree.flat[box];
    bool sound = box == 0 || tree.width(box) >= std::max<std::int64_t>(1, tree.least);
    for (std::uint32_t child = box + 1, last = 0; child < tree.end[box];
         last = child, child = tree.end[child]) {
      sound &= tree.parent[child] == box && tree.x[child] == x &&
               tree.depth[child] == tree.depth[box] + 1;
      sound &= last == 0 || before(last, child);
      x += tree.width(child);
      cum += tree.cum[child];
    }
    sound &= x <= tree.x[box] + tree.width(box);
    return sound && (cum == tree.cum[box] || (!tree.pruned.empty() && tree.pruned[box] != 0));
  });
}

std::vector<TreeShape> ShapesOf(const NameTable& names, NameId pivot) {
  std::vector<TreeShape> shapes;
  for (const bool folded : {false, true}) {
    for (const bool by_name : {false, true}) {
      for (const TreeForm form : {TreeForm::kTopDown, TreeForm::kInverted}) {
        shapes.push_back({.form = form, .by_name = by_name, .folded = folded});
      }
      for (const TreeForm form : {TreeForm::kCallers, TreeForm::kCallees}) {
        shapes.push_back(
            {.form = form, .pivot = names.row(pivot), .by_name = by_name, .folded = folded});
      }
    }
  }
  return shapes;
}

TEST_CASE("random profiles make in every shape the tree that their samples say") {
  for (unsigned seed = 0; seed < 150; ++seed) {
    const bool large = seed % 50 == 0;
    const BuiltTree built = BuildChecked(RandomProfile(
        seed, large ? RandomShape{.samples = 1500, .locations = 150} : RandomShape()));
    if (built.names.size() < 2) continue;
    const auto pivot = static_cast<NameId>(1 + seed % (built.names.size() - 1));
    const std::vector<Walk> walks = WalksOf(built);
    for (const TreeShape& shape : ShapesOf(built.names, pivot)) {
      INFO("seed " << seed << ", " << ShapeText(shape));
      const CallTree tree = ReshapeTree(built.tree, built.names, shape);
      CheckShaped(tree, shape, built.names);
      REQUIRE(tree.total == built.tree.total);
      PathTree boxes = ByPath(tree), expected = ShapedTree(walks, shape, built.names);
      REQUIRE(boxes.size() == tree.size());
      // Folded, a box may be inlined in the stacks that stay in it and not in those that fold on.
      if (shape.folded) ForgetInlined(boxes), ForgetInlined(expected);
      REQUIRE(boxes == expected);
    }
  }
}

TEST_CASE("slices make the same shape as one go") {
  const BuiltTree built = BuildChecked(RandomProfile(3, {.samples = 3000, .locations = 300}));
  for (const TreeShape& shape : ShapesOf(built.names, 1)) {
    const CallTree whole = ReshapeTree(built.tree, built.names, shape);
    TreeReshaper reshaper(built.tree, built.names, shape);
    int slices = 0;
    while (!reshaper.Work(Budget(0))) ++slices;
    CHECK((slices > 2 || whole.size() < 2000));
    const CallTree sliced = reshaper.Take();
    CHECK(sliced.name == whole.name);
    CHECK(sliced.x == whole.x);
    CHECK(sliced.flat == whole.flat);
  }
}

TEST_CASE("a tree that would be too large is without its small boxes, and says which") {
  // So wide that boxes below a 16384th are there to be left out.
  ProfileSketch sketch;
  sketch.AddSample({"main", "work", "leaf"}, 1'000'000);
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    sketch.AddSample({"main", "a" + n, "b" + n, "leaf"}, i % 2 == 0 ? 7 : 900 + i);
    sketch.AddSample({"main", "c" + n, "d" + n}, -(1 + i));
  }
  const BuiltTree built = BuildChecked(sketch.Finish());
  for (const TreeForm form : {TreeForm::kInverted, TreeForm::kCallers}) {
    TreeShape shape{.form = form};
    if (form == TreeForm::kCallers) shape.pivot = NameOf(built.names, "leaf");
    const CallTree whole = ReshapeTree(built.tree, built.names, shape);
    CHECK(whole.least == 0);
    for (const std::size_t boxes : {std::size_t{1}, whole.size() - 1}) {
      const CallTree pruned = ReshapeTree(built.tree, built.names, shape, {.boxes = boxes});
      CheckShaped(pruned, shape, built.names);
      CHECK(pruned.least == FinestWidth(whole.width(0)));
      PathTree expected = ByPath(whole);
      std::erase_if(expected, [&](const auto& one) { return one.second.width < pruned.least; });
      CHECK(expected.size() < whole.size());
      CHECK(ByPath(pruned) == expected);
      CHECK(std::accumulate(pruned.pruned.begin(), pruned.pruned.end(), 0) > 0);
      // What was not built is not asked for again and again.
      const FlameLayout layout = LayOutFlame(pruned, {.min_width = 1});
      CHECK(layout.left_out == 0);
      CHECK(layout.min_width == pruned.least);
      CHECK(layout.parts_left_out == pruned.pruned);
    }
    CHECK(ReshapeTree(built.tree, built.names, shape, {.boxes = whole.size()}).least == 0);
  }
}

TEST_CASE("a layout by name leaves out narrow siblings, not wide ones behind them") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "a  b  c  d",
      "-  x  -  y",
      "8  1  9  1",
  }));
  const CallTree tree = ReshapeTree(built.tree, built.names, {.by_name = true});
  const FlameLayout layout = LayOutFlame(tree, {.min_width = 5});
  CHECK(layout.box == std::vector<std::uint32_t>{0, 1, 4});
  CHECK(layout.left_out == 4);
  CHECK(layout.parts_left_out == std::vector<std::uint8_t>{1, 0, 0});
  const FlameLayout part = LayOutFlame(tree, {.x_begin = 9, .x_end = 19, .min_width = 5});
  CHECK(part.left_out == 2);
}

}  // namespace
}  // namespace burnglass
