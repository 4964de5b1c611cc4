// What belongs to the values of a label besides their cost: how many functions their samples go
// through, and what the samples cost that have several of them.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/label_index.h"
#include "analysis/name_table.h"

namespace burnglass {

struct LabelRows {
  std::vector<std::uint32_t> functions;  // by value of the key in the index: rows of the top table
  std::uint32_t functions_without = 0;   // of the samples that do not have the key
  std::int64_t several = 0;              // cost of the samples with two values or more
};

// The selection must have stacks, and its labels be in the index. `frames` is what its locations
// show.
LabelRows CountLabelRows(const Selection& selection, const NameTable& names,
                         const NameFrames& frames, LabelIndex& index, std::uint32_t key);

}  // namespace burnglass
