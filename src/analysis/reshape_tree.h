// Other shapes of a CallTree: inverted, or grown from one function to its callers or its callees;
// with recursion or packages folded; with siblings by name. All are made of the upright tree alone,
// so that their numbers are its numbers.
//
// What the members of a CallTree mean in a shaped one:
//  - inverted: below the root stand functions by what they cost themselves; below each, who called
//    it. cum of a box is what the stacks that end like this cost. flat is the part whose stacks
//    begin there, so that cum is flat and the cum of all children, as everywhere.
//  - callers: the root is the function, of its topmost boxes, so that a stack counts once; its
//    children are who called it, and so on. cum and flat as in an inverted tree.
//  - callees: the same root, and below what it called.
// A box is inlined when all that it was made of was inlined into its caller.
#pragma once

#include <cstdint>
#include <memory>

#include "analysis/call_tree.h"
#include "base/budget.h"
#include "query/tree_shape.h"

namespace burnglass {

struct ReshapeLimits {
  // A tree of callers of everything can be many times as large as the upright one. One with more
  // boxes than this is built without those narrower than FinestWidth of it, which no view of the
  // whole can show, and says so (CallTree::least).
  std::size_t boxes = 2'000'000;
  // An inverted tree that may have more boxes than this is sketched first.
  std::size_t sketched = kNone;
};

// Reshapes in slices. Everything given must outlive it. `upright` is complete and as
// BuildCallTree makes it; the pivot is a name or a row of the top table, all of whose names count.
// `packages`, by name its package's, is needed by shapes that fold them.
class TreeReshaper {
 public:
  TreeReshaper(const CallTree& upright, const NameTable& names, const TreeShape& shape,
               const ReshapeLimits& limits = {}, const std::vector<NameId>* packages = nullptr);
  ~TreeReshaper();

  // Works until the tree is done (true), or the budget is spent or the sketch is there (false).
  bool Work(const Budget& budget);

  // As CallTreeBuilder's; its deepest is its own.
  const CallTree* sketch() const;

  // After Work returned true, once. Nothing can fail, since no sum is larger than the upright
  // root's. Without a box of the pivot the tree is a root without width.
  CallTree Take();

 private:
  class State;
  std::unique_ptr<State> state_;
};

CallTree ReshapeTree(const CallTree& upright, const NameTable& names, const TreeShape& shape,
                     const ReshapeLimits& limits = {},
                     const std::vector<NameId>* packages = nullptr);

}  // namespace burnglass
