// What holds for every CallTree, and a CallTree as indented text.
#pragma once

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "analysis/call_tree.h"

namespace burnglass {

// A property of every box: reports the first box that lacks it, not a million assertions.
template <typename Property>
void CheckBoxes(const CallTree& tree, const char* what, Property property) {
  for (std::uint32_t box = 0; box < tree.size(); ++box) {
    if (property(box)) continue;
    INFO("box " << box << ": " << what);
    FAIL();
  }
}

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
