// What a heap profile says of every function or line: what it has allocated, and what of that is
// still in use. The numbers are pprof's of its four sample types.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

struct HeapSums {
  std::int64_t inuse_objects = 0, inuse_space = 0;
  std::int64_t alloc_objects = 0, alloc_space = 0;  // since the program began, or in the duration
};

struct HeapRow {
  std::string text;  // the function, or with its line, as pprof prints it
  HeapSums flat, cum;
  HeapSums flat_before, cum_before;  // of the earlier profile; all 0 without one
};

struct HeapCosts {
  std::vector<HeapRow> rows;  // what keeps most in use first, then what allocates most
  HeapSums total, total_before;
  // The time in which so much was allocated, or so much more than the earlier profile says; 0: not
  // known. Then there are no rates.
  double seconds = 0;
  bool since_before = false;  // the seconds are those between the two profiles
};

// Whether it counts both what was allocated and what is in use.
bool CountsHeap(const Profile& profile);

// `earlier` may be null; it must count the heap, too. The query's filters and granularity hold, its
// sample type does not matter.
Result<HeapCosts> FindHeapCosts(const ProfilePtr& profile, const ProfilePtr& earlier,
                                const Query& query);

}  // namespace burnglass
