// What holds for every CallTree, and a CallTree as indented text.
#pragma once

#include <string>

#include "analysis/call_tree.h"

namespace burnglass {

// Everything that call_tree.h promises; above all that flat of all boxes = cum of the root = the
// sum of what was selected.
void CheckTree(const CallTree& tree, const Selection& selection, const NameTable& names);

// One box a line, indented by depth: name, cum and, if it has some, flat; "~" marks inlined ones,
// "|" the width where it is not cum.
//   root 10
//     main 10
//       ~gc 3 flat 3
std::string DrawTree(const CallTree& tree, const NameTable& names);

// A tree with all that it was made from.
struct BuiltTree {
  Selection selection;
  NameTable names;
  LocationTree stacks;
  CallTree tree;
};

// Builds the tree of the default query and checks it.
BuiltTree BuildChecked(const ProfilePtr& profile);

}  // namespace burnglass
