#include "profile/location_tree.h"

#include <utility>

namespace burnglass {

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
