// LocationTree: the stacks of a profile merged from the root, by location. It knows no values and
// no names, so one serves every question to the profile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/budget.h"
#include "profile/profile.h"

namespace burnglass {

// Nodes are numbered in preorder, so that a parent comes before its children and what lies below a
// node follows it without a gap; siblings stand in the order in which samples bring them in. Node 0
// is the root, which has no location. Of a profile's whole tree no two children of a node have one
// location; filters may leave such (analysis/stack_filter.h).
struct LocationTree {
  std::vector<std::uint32_t> parent;    // of the root: 0
  std::vector<std::uint32_t> location;  // index into the profile's; of the root: kNone
  std::vector<std::uint32_t> leaf;      // by sample: the node where its stack ends, 0: no stack

  std::size_t size() const { return parent.size(); }
};

// Builds one in slices. The profile must outlive the builder.
class LocationTreeBuilder {
 public:
  explicit LocationTreeBuilder(const Profile& profile);
  ~LocationTreeBuilder();

  // Works until all samples are in (true) or the budget is spent (false).
  bool Work(const Budget& budget);

  std::size_t samples_done() const;

  // After Work returned true, once.
  LocationTree Take();

 private:
  class Merger;
  std::unique_ptr<Merger> merger_;
};

LocationTree BuildLocationTree(const Profile& profile);

}  // namespace burnglass
