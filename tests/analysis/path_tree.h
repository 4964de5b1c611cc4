// A tree as what is at the end of each path of names: what the fast ones are held against.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "analysis/call_tree.h"

namespace burnglass {

struct PathBox {
  std::int64_t cum = 0, width = 0, flat = 0;
  bool inlined = true;
  bool operator==(const PathBox&) const = default;
};
using Path = std::vector<NameId>;
using PathTree = std::map<Path, PathBox>;

PathTree ByPath(const CallTree& tree);

struct Step {
  NameId name;
  bool inlined;
};

// The frames of a sample from the root, and its value.
struct Walk {
  std::vector<Step> steps;
  std::int64_t value;
};

// The tree of the walks, made frame by frame. A box is inlined if it is in each of them.
PathTree TreeOfWalks(const std::vector<Walk>& walks);

}  // namespace burnglass
