// The goroutines of FindGoroutines grouped otherwise than by where they stand.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/goroutines.h"

namespace burnglass {

enum class GoroutinesBy : std::uint8_t { kStack, kState, kCreator, kWait };

// What a row does not tell of is empty: by state all but the state. By wait the state says how
// long.
struct GoroutineRows {
  std::vector<GoroutineGroup> rows;  // those of the last moment, then those of the first alone
  std::size_t here = 0;              // so many are of the last moment
  // The row of each of Goroutines::members and ::before.
  std::vector<std::uint32_t> row_of, row_of_before;
};

// By stack the rows are the groups, then what is gone, in their order; otherwise the largest are
// first, by wait the longest.
GoroutineRows GroupGoroutines(const Goroutines& found, GoroutinesBy by);

}  // namespace burnglass
