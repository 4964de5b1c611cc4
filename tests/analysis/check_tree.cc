#include "check_tree.h"

#include <numeric>

#include <catch2/catch_test_macros.hpp>

#include "base/checked_sum.h"

namespace burnglass {
namespace {

void CheckColumns(const CallTree& tree) {
  REQUIRE(tree.size() >= 1);
  for (const std::size_t size :
       {tree.end.size(), tree.depth.size(), tree.name.size(), tree.inlined.size(), tree.x.size(),
        tree.cum.size(), tree.flat.size()}) {
    REQUIRE(size == tree.size());
  }
  REQUIRE((tree.magnitude.empty() || tree.magnitude.size() == tree.size()));
}

void CheckShape(const CallTree& tree) {
  CHECK(tree.parent[0] == 0);
  CHECK(tree.depth[0] == 0);
  CHECK(tree.name[0] == kRootName);
  CHECK(tree.end[0] == tree.size());
  std::uint32_t deepest = 0;
  for (const std::uint32_t depth : tree.depth) deepest = std::max(deepest, depth);
  CHECK(tree.deepest == deepest);
  CheckBoxes(tree, "comes after its parent, within its subtree, one deeper", [&](auto box) {
    const std::uint32_t parent = tree.parent[box];
    return box == 0 || (parent < box && tree.end[box] > box && tree.end[box] <= tree.end[parent] &&
                        tree.depth[box] == tree.depth[parent] + 1 && tree.name[box] != kRootName);
  });
}

// Walks the children of each box by their subtrees.
void CheckSiblings(const CallTree& tree, const NameTable& names) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (tree.width(a) != tree.width(b)) return tree.width(a) > tree.width(b);
    if (names.text(tree.name[a]) != names.text(tree.name[b])) {
      return names.text(tree.name[a]) < names.text(tree.name[b]);
    }
    return tree.name[a] < tree.name[b];
  };
  CheckBoxes(tree, "children side by side, sorted, and all sums right", [&](auto box) {
    std::int64_t x = tree.x[box], cum = tree.flat[box];
    std::uint32_t child = box + 1;
    for (std::uint32_t last = 0; child < tree.end[box]; last = child, child = tree.end[child]) {
      if (tree.parent[child] != box || tree.x[child] != x) return false;
      if (last != 0 && !before(last, child)) return false;
      x += tree.width(child);
      cum += tree.cum[child];
    }
    return child == tree.end[box] && cum == tree.cum[box] && x <= tree.x[box] + tree.width(box) &&
           tree.width(box) >= Magnitude(tree.cum[box]) && (box == 0 || tree.width(box) > 0);
  });
}

}  // namespace

void CheckTree(const CallTree& tree, const Selection& selection, const NameTable& names) {
  CheckColumns(tree);
  CheckShape(tree);
  CheckSiblings(tree, names);
  std::int64_t selected = 0, magnitude = 0;
  for (const std::int64_t value : selection.values()) {
    selected += value;
    magnitude += Magnitude(value);
  }
  CHECK(std::accumulate(tree.flat.begin(), tree.flat.end(), std::int64_t{0}) == selected);
  CHECK(tree.cum[0] == selected);
  CHECK(tree.width(0) == magnitude);
  CHECK(tree.x[0] == 0);
  CHECK(tree.total == selection.total);
}

std::string DrawTree(const CallTree& tree, const NameTable& names) {
  std::string drawing;
  for (std::uint32_t box = 0; box < tree.size(); ++box) {
    drawing += std::string(2 * tree.depth[box], ' ');
    if (tree.inlined[box] != 0) drawing += '~';
    drawing += std::string(names.text(tree.name[box])) + " " + std::to_string(tree.cum[box]);
    if (tree.width(box) != tree.cum[box]) drawing += " |" + std::to_string(tree.width(box));
    if (tree.flat[box] != 0) drawing += " flat " + std::to_string(tree.flat[box]);
    drawing += "\n";
  }
  return drawing;
}

BuiltTree BuildChecked(const ProfilePtr& profile) {
  Result<Selection> selection = Select(profile, {});
  REQUIRE(selection.ok());
  NameTable names(*profile);
  LocationTree stacks = *profile->stacks();
  Result<CallTree> tree = BuildCallTree(*selection, names, stacks);
  REQUIRE(tree.ok());
  CheckTree(*tree, *selection, names);
  return {selection.Take(), std::move(names), std::move(stacks), tree.Take()};
}

}  // namespace burnglass
