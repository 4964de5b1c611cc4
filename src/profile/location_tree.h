// LocationTree: the stacks of a profile merged from the root, by location. It knows no values and
// no names, so one serves every question to the profile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace burnglass {

// One element for each node; leaf: for each sample.
struct LocationColumns {
  std::vector<std::uint32_t> parent, location, end, leaf;
};

// The same tree with its nodes in preorder. Parents stand before their children in what is given,
// whose `end` is not looked at.
LocationColumns InPreorder(LocationColumns tree);

// Nodes are numbered in preorder, so that a parent comes before its children and what lies below a
// node follows it without a gap; siblings stand in the order in which samples bring them in. Node 0
// is the root, which has no location. Nearly always no two children of a node have one location;
// but filters may leave such (analysis/stack_filter.h), and profiles of many GiB.
struct LocationTree {
  std::span<const std::uint32_t> parent;    // of the root: 0
  std::span<const std::uint32_t> location;  // index into the profile's; of the root: kNone
  std::span<const std::uint32_t> end;       // what lies below node i is (i, end[i])
  std::vector<std::uint32_t> leaf;          // by sample: the node where its stack ends, 0: no stack

  LocationTree() = default;
  explicit LocationTree(LocationColumns columns);

  // The same paths, not copied, with other leaves.
  LocationTree WithLeaves(std::vector<std::uint32_t> leaves) const;

  std::size_t size() const { return parent.size(); }

 private:
  std::shared_ptr<const LocationColumns> owner_;
};

}  // namespace burnglass
