// TopTable: the functions of a selection with what they cost themselves (flat) and together with
// all they called (cum). Its numbers, order, trimming and marks are those of `pprof -top`.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/frame_nodes.h"
#include "analysis/select.h"

namespace burnglass {

enum class TopOrder { kFlat, kCum };

struct TopOptions {
  TopOrder order = TopOrder::kFlat;
  std::uint32_t node_count = 0;  // rows at most; 0: all
  // Functions with less cum than this part of all flat are left out; so are calls, by the second,
  // and a function's inline mark is made of the calls that stay.
  double node_fraction = 0.005;
  double edge_fraction = 0.001;
};

enum class InlineMark : std::uint8_t { kNone, kPartial, kAlways };

struct TopRow {
  std::uint32_t node = 0;  // index into the FrameNodes
  std::int64_t flat = 0, cum = 0;
  InlineMark inlined = InlineMark::kNone;
};

struct TopTable {
  std::vector<TopRow> rows;
  std::uint32_t dropped = 0;       // functions below node_fraction
  std::uint32_t before_count = 0;  // functions before node_count cut the list
  std::int64_t flat_sum = 0;       // of the rows
};

// A function that appears more than once in a stack counts once in cum. Functions with neither flat
// nor cum are no rows. Order: by magnitude of flat (or cum), then printable name, then magnitude
// of the other one, then first appearance; pprof leaves the last one to chance.
TopTable BuildTopTable(const Selection& selection, const FrameNodes& nodes,
                       const TopOptions& options = {});

}  // namespace burnglass
