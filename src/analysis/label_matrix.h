// LabelMatrix: what functions cost in the samples with each value of a label.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/label_costs.h"
#include "analysis/name_table.h"

namespace burnglass {

struct LabelMatrixOptions {
  bool cum = false;                        // else flat
  std::vector<NameId> rows = {};           // each its own NameTable::row; at most kMostMatrixRows
  std::vector<std::uint32_t> values = {};  // of the key in the index
  bool without = false;                    // a last column for samples that do not have the key
};
inline constexpr std::size_t kMostMatrixRows = 64;

struct LabelMatrix {
  std::size_t columns = 0;
  std::vector<std::int64_t> cells;  // row by row
  std::vector<std::int64_t> costs;  // by column: of all its samples, each once
};

// The selection must have stacks. A cell is the function's flat or cum when only the samples of its
// column are selected. `frames` as in CallTreeBuilder.
LabelMatrix SumLabelMatrix(const Selection& selection, const NameTable& names, LabelIndex& index,
                           std::uint32_t key, const LabelMatrixOptions& options,
                           const NameFrames* frames = nullptr);

}  // namespace burnglass
