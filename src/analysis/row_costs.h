// What the rows of the top table cost, read off a CallTree: the same numbers as a Graph's nodes,
// without going through the samples again, and with the boxes that each row has.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/call_tree.h"
#include "analysis/graph.h"
#include "analysis/name_table.h"

namespace burnglass {

struct RowCost {
  NameId row = 0;  // NameTable::row of all names counted here
  std::int64_t flat = 0;
  std::int64_t cum = 0;  // a stack counts once, however often the row is in it
  std::uint32_t boxes = 0;
  InlineMark inlined = InlineMark::kNone;
};

// All rows with flat or cum, without any trimming, in pprof's order by flat: magnitude of flat from
// the largest, then text, then magnitude of cum, then number.
std::vector<RowCost> SumRows(const CallTree& tree, const NameTable& names);

// By row: how many boxes of a tree of any shape are counted in it. The root is not.
std::vector<std::uint32_t> CountBoxes(const CallTree& tree, const NameTable& names);

struct Neighbour {
  NameId row = 0;
  std::int64_t cum = 0;  // of the stacks with this call, each once
};

// One row among those that call it and those that it calls. Calls of itself are left out, as are
// neighbours whose cum is 0. The root is nobody's caller here; asked for itself, it calls where
// stacks begin. A single address may be asked for, too; it then stands outside its binary's row.
// Largest magnitude first, then by text, then by number.
struct RowPeek {
  RowCost cost;
  std::vector<Neighbour> callers, callees;
};

RowPeek PeekRow(const CallTree& tree, const NameTable& names, NameId row);

}  // namespace burnglass
