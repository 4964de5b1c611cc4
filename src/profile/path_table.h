// PathTable: paths of locations, each once. It grows at its leaves into the columns of a
// LocationTree.
#pragma once

#include <cstdint>
#include <vector>

#include "base/key_index.h"
#include "profile/location_tree.h"

namespace burnglass {

class PathTable {
 public:
  // The node of the path that goes on from the node `parent` by `location`. The root is node 0.
  std::uint32_t Child(std::uint32_t parent, std::uint32_t location) {
    return index_.FindOrAdd(parent, location) + 1;
  }

  // At the end, once: the nodes in preorder. `leaf` has a node for each sample.
  LocationColumns Take(std::vector<std::uint32_t> leaf);

 private:
  KeyIndex index_;  // parent and location of all nodes but the root
};

}  // namespace burnglass
