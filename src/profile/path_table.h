// PathTable: paths of locations, each once. It grows at its leaves into the columns of a
// LocationTree.
#pragma once

#include <cstdint>
#include <vector>

#include "profile/location_tree.h"

namespace burnglass {

class PathTable {
 public:
  PathTable();

  // The node of the path that goes on from the node `parent` by `location`. The root is node 0.
  std::uint32_t Child(std::uint32_t parent, std::uint32_t location);

  // At the end, once: the nodes in preorder. `leaf` has a node for each sample.
  LocationColumns Take(std::vector<std::uint32_t> leaf);

 private:
  std::size_t SlotOf(std::uint32_t parent, std::uint32_t location) const;
  std::size_t nodes() const { return tree_.parent.size(); }
  void Grow();

  LocationColumns tree_;
  std::vector<std::uint32_t> slots_;  // open addressing; 0: free, for the root is in no slot
};

}  // namespace burnglass
