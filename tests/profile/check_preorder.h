// What profile/location_tree.h promises of the numbers of nodes.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace burnglass {

inline void CheckPreorder(std::span<const std::uint32_t> parent,
                          std::span<const std::uint32_t> end) {
  REQUIRE(end.size() == parent.size());
  const auto count = static_cast<std::uint32_t>(parent.size());
  std::vector<std::uint32_t> nodes(count, 1);  // at and below each
  for (std::uint32_t node = count; node-- > 1;) {
    const std::uint32_t above = parent[node];
    if (above >= node || end[node] != node + nodes[node] || end[node] > end[above]) {
      FAIL("node " << node << " ends at " << end[node] << ", below " << above);
    }
    nodes[above] += nodes[node];
  }
  REQUIRE(end[0] == count);
}

}  // namespace burnglass
