#include "profile/location_tree.h"

#include <utility>

namespace burnglass {
namespace {

// Where each node of a tree comes in preorder, and what is below it ends.
struct Preorder {
  std::vector<std::uint32_t> place, end;
};

// Parents come before their children in `parent`, too.
Preorder PreorderOf(const std::vector<std::uint32_t>& parent) {
  const auto count = static_cast<std::uint32_t>(parent.size());
  std::vector<std::uint32_t> below(count, 1);  // nodes at and below each
  for (std::uint32_t node = count; node-- > 1;) below[parent[node]] += below[node];
  // The place of a node is known when its parent's is; its room turns into where its next child
  // goes, and at last into its end.
  std::vector<std::uint32_t> place(count);
  below[0] = 1;
  for (std::uint32_t node = 1; node < count; ++node) {
    std::uint32_t& next = below[parent[node]];
    place[node] = next;
    next += below[node];
    below[node] = place[node] + 1;
  }
  return {std::move(place), std::move(below)};
}

}  // namespace

LocationColumns InPreorder(LocationColumns tree) {
  const std::size_t count = tree.parent.size();
  Preorder order = PreorderOf(tree.parent);
  const std::vector<std::uint32_t>& place = order.place;
  tree.end.resize(count);
  for (std::size_t node = 0; node < count; ++node) tree.end[place[node]] = order.end[node];
  std::vector<std::uint32_t>& column = order.end;
  for (std::size_t node = 0; node < count; ++node) column[place[node]] = place[tree.parent[node]];
  tree.parent.swap(column);
  for (std::size_t node = 0; node < count; ++node) column[place[node]] = tree.location[node];
  tree.location.swap(column);
  for (std::uint32_t& leaf : tree.leaf) leaf = place[leaf];
  return tree;
}

LocationTree::LocationTree(LocationColumns columns) : leaf(std::move(columns.leaf)) {
  owner_ = std::make_shared<const LocationColumns>(std::move(columns));
  parent = owner_->parent;
  location = owner_->location;
  end = owner_->end;
}

LocationTree LocationTree::WithLeaves(std::vector<std::uint32_t> leaves) const {
  LocationTree tree;
  tree.parent = parent;
  tree.location = location;
  tree.end = end;
  tree.owner_ = owner_;
  tree.leaf = std::move(leaves);
  return tree;
}

}  // namespace burnglass
