// One side of a compared tree: its boxes as wide as what there was before, or what there is after.
#pragma once

#include "analysis/call_tree.h"
#include "query/tree_shape.h"

namespace burnglass {

// In a difference, what was before counts as negative; so of each box the side is half of its
// magnitude less or more its cum. Boxes in which nothing is left of the side are not in the result;
// the others stand in the order of `tree`, with its cum and flat, so both sides look alike and a
// box of one can be found in the other (CallTree::whole). The width may be less than |cum| here.
CallTree SideOf(const CallTree& tree, TreeWidth side);

}  // namespace burnglass
