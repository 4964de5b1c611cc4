// The stacks that a query's filters leave, made on the tree of all stacks: a filter looks at each
// path once, however many samples take it.
#pragma once

#include "analysis/name_filter.h"
#include "profile/location_tree.h"

namespace burnglass {

// Samples whose stack a filter takes out end at node kNone. Paths that became equal stay apart: who
// merges stacks does so by what their locations show.
LocationTree FilterStacks(const LocationTree& all, const LocationFilter& filter);

}  // namespace burnglass
