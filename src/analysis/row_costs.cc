#include "analysis/row_costs.h"

#include <algorithm>
#include <tuple>

#include "base/checked_sum.h"

namespace burnglass {
namespace {

// The row of each box.
std::vector<NameId> RowsOfBoxes(const CallTree& tree, const NameTable& names) {
  std::vector<NameId> rows(tree.size());
  for (std::size_t box = 0; box < rows.size(); ++box) rows[box] = names.row(tree.name[box]);
  return rows;
}

// Tells the topmost boxes of a kind from those below another one: in preorder, a box is below when
// the last topmost one's subtree has not ended yet.
class Topmost {
 public:
  explicit Topmost(std::size_t kinds) : end_(kinds) {}

  // Whether `box` is not below another box of this kind. To be asked in the order of the boxes.
  bool Enter(std::size_t kind, std::uint32_t box, std::uint32_t end) {
    if (box < end_[kind]) return false;
    end_[kind] = end;
    return true;
  }

 private:
  std::vector<std::uint32_t> end_;
};

// Marks rows as pprof does: by the calls of a row from others, each of which is inlined when it is
// in every stack. Of one call that is in a stack several times the outermost decides.
class InlineMarker {
 public:
  InlineMarker(const CallTree& tree, const std::vector<NameId>& rows, std::vector<RowCost>& costs)
      : tree_(tree), rows_(rows), costs_(costs) {}

  void Mark() {
    const std::vector<std::uint32_t> boxes = BoxesByRow();
    call_of_.assign(costs_.size(), {.callee = kNone, .call = 0});
    for (std::size_t begin = 0, end; begin < boxes.size(); begin = end) {
      const NameId row = rows_[boxes[begin]];
      end = begin;
      calls_.clear();
      while (end < boxes.size() && rows_[boxes[end]] == row) NoteCall(row, boxes[end++]);
      costs_[row].inlined = MarkOfCalls();
    }
  }

 private:
  struct Call {
    std::uint32_t end = 0;  // boxes before it lie below one with this call
    bool inlined = true;
  };
  struct Stamp {
    NameId callee;
    std::uint32_t call;
  };

  // The boxes of all rows that have an inlined one, row by row, each in preorder.
  std::vector<std::uint32_t> BoxesByRow() const {
    std::vector<std::uint8_t> wanted(costs_.size());
    for (std::size_t box = 1; box < rows_.size(); ++box) wanted[rows_[box]] |= tree_.inlined[box];
    std::vector<std::uint32_t> place(costs_.size() + 1);
    for (std::size_t row = 0; row < costs_.size(); ++row) {
      place[row + 1] = place[row] + (wanted[row] != 0 ? costs_[row].boxes : 0);
    }
    std::vector<std::uint32_t> boxes(place.back());
    for (std::uint32_t box = 1; box < rows_.size(); ++box) {
      if (wanted[rows_[box]] != 0) boxes[place[rows_[box]]++] = box;
    }
    return boxes;
  }

  void NoteCall(NameId row, std::uint32_t box) {
    const std::uint32_t parent = tree_.parent[box];
    const NameId caller = rows_[parent];
    if (parent == 0 || caller == row) return;
    Stamp& stamp = call_of_[caller];
    if (stamp.callee != row) {
      stamp = {row, static_cast<std::uint32_t>(calls_.size())};
      calls_.emplace_back();
    }
    Call& call = calls_[stamp.call];
    if (box < call.end) return;
    call.end = tree_.end[box];
    call.inlined &= tree_.inlined[box] != 0;
  }

  InlineMark MarkOfCalls() const {
    const auto inlined =
        std::count_if(calls_.begin(), calls_.end(), [](const Call& call) { return call.inlined; });
    if (inlined == 0) return InlineMark::kNone;
    return static_cast<std::size_t>(inlined) == calls_.size() ? InlineMark::kAlways
                                                              : InlineMark::kPartial;
  }

  const CallTree& tree_;
  const std::vector<NameId>& rows_;
  std::vector<RowCost>& costs_;
  std::vector<Call> calls_;     // of the current row
  std::vector<Stamp> call_of_;  // by caller
};

// One cost for each name; those that are no row stay empty.
std::vector<RowCost> CostsByName(const CallTree& tree, const NameTable& names) {
  const std::vector<NameId> rows = RowsOfBoxes(tree, names);
  std::vector<RowCost> costs(names.size());
  for (NameId name = 0; name < costs.size(); ++name) costs[name].row = name;
  Topmost topmost(names.size());
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    RowCost& cost = costs[rows[box]];
    ++cost.boxes;
    cost.flat += tree.flat[box];
    if (topmost.Enter(rows[box], box, tree.end[box])) cost.cum += tree.cum[box];
  }
  InlineMarker(tree, rows, costs).Mark();
  return costs;
}

std::vector<Neighbour> Sorted(const std::vector<std::int64_t>& cum_of_row, const NameTable& names) {
  std::vector<Neighbour> neighbours;
  for (NameId row = 1; row < cum_of_row.size(); ++row) {
    if (cum_of_row[row] != 0) neighbours.push_back({row, cum_of_row[row]});
  }
  const auto key = [&](const Neighbour& n) {
    return std::tuple(-Magnitude(n.cum), names.rank(n.row), n.row);
  };
  std::sort(neighbours.begin(), neighbours.end(),
            [&](const Neighbour& a, const Neighbour& b) { return key(a) < key(b); });
  return neighbours;
}

}  // namespace

std::vector<RowCost> SumRows(const CallTree& tree, const NameTable& names) {
  std::vector<RowCost> costs = CostsByName(tree, names);
  std::erase_if(costs, [](const RowCost& cost) { return cost.flat == 0 && cost.cum == 0; });
  const auto key = [&](const RowCost& cost) {
    return std::tuple(-Magnitude(cost.flat), names.rank(cost.row), -Magnitude(cost.cum), cost.row);
  };
  std::sort(costs.begin(), costs.end(),
            [&](const RowCost& a, const RowCost& b) { return key(a) < key(b); });
  return costs;
}

std::vector<std::uint32_t> CountBoxes(const CallTree& tree, const NameTable& names) {
  std::vector<std::uint32_t> boxes(names.size());
  for (std::size_t box = 1; box < tree.size(); ++box) ++boxes[names.row(tree.name[box])];
  return boxes;
}

RowPeek PeekRow(const CallTree& tree, const NameTable& names, NameId row) {
  std::vector<NameId> rows = RowsOfBoxes(tree, names);
  for (std::size_t box = 0; box < rows.size(); ++box) {
    if (tree.name[box] == row) rows[box] = row;
  }
  Topmost own(1), calls_in(names.size()), calls_out(names.size());
  std::vector<std::int64_t> caller_cum(names.size()), callee_cum(names.size());
  RowPeek peek;
  peek.cost.row = row;
  if (row == kRootName) {
    peek.cost.flat = tree.flat[0];
    peek.cost.cum = tree.cum[0];
    peek.cost.boxes = 1;
  }
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    const std::uint32_t parent = tree.parent[box], end = tree.end[box];
    if (rows[box] == row) {
      ++peek.cost.boxes;
      peek.cost.flat += tree.flat[box];
      if (own.Enter(0, box, end)) peek.cost.cum += tree.cum[box];
      const bool called = parent != 0 && rows[parent] != row;
      if (called && calls_in.Enter(rows[parent], box, end)) {
        caller_cum[rows[parent]] += tree.cum[box];
      }
    } else if (rows[parent] == row && calls_out.Enter(rows[box], box, end)) {
      callee_cum[rows[box]] += tree.cum[box];
    }
  }
  peek.callers = Sorted(caller_cum, names);
  peek.callees = Sorted(callee_cum, names);
  return peek;
}

}  // namespace burnglass
