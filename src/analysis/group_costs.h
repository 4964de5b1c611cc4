// What groups of functions cost — packages, files, modules — read off a CallTree as the rows of the
// top table are: a stack counts once for each group, however many of its frames are in it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/call_tree.h"
#include "analysis/name_table.h"

namespace burnglass {

struct GroupCost {
  std::uint32_t group = 0;
  std::int64_t flat = 0;
  std::int64_t cum = 0;
  std::uint32_t functions = 0;  // rows of the top table that stand in the tree
};

// `group_of` has a group for each name, all below `groups`; names go by their rows. One cost for
// each group, by its number.
std::vector<GroupCost> SumGroups(const CallTree& tree, const NameTable& names,
                                 std::span<const std::uint32_t> group_of, std::size_t groups);

}  // namespace burnglass
