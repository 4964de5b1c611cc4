// The goroutines of one moment by where they stand, with what other moments add to it.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "analysis/goroutine_stacks.h"
#include "analysis/goroutines.h"

namespace burnglass {

struct StandingGroup {
  std::uint32_t stack = 0;
  StringId state = 0, created_by = 0;  // texts of the GoroutineStacks
  WaitKind kind = WaitKind::kNone;
  StringId function = 0;  // the one to answer for it
  bool at_root = false;   // it waits in the function that the goroutine runs, as idle workers do
  std::int64_t count = 0, longest_wait = 0, leaked = 0;
  std::int64_t in_all = 0, waited_before = 0, came = 0;
  std::int64_t first_id = 0, last_id = 0;  // 0: not known
  double growth = 0;
  std::vector<std::int64_t> some_ids = {};
  std::map<std::uint64_t, std::int64_t> locks = {};  // how many wait for which

  // Whether it is known to have stood there for long.
  bool IsOld() const { return leaked > 0 || longest_wait > 0 || in_all > 0; }
};

// Groups the goroutines of a moment, which the result numbers as they come.
std::vector<StandingGroup> GroupStanding(GoroutineStacks& stacks, GoroutineMoment& moment);

// Of groups of the first moment the number among those of the last, which stand in the same place;
// kNone where none does.
std::vector<std::uint32_t> SamePlaces(std::span<const StandingGroup> first,
                                      std::span<const StandingGroup> last);

// Joins dumps by the ids of goroutines: `groups` are of the last. At least two.
JoinedDumps JoinDumps(std::span<GoroutineMoment> dumps, std::span<StandingGroup> groups);

// Marks what Go's own search for leaks found, by stacks without frames of the runtime.
void MarkLeaked(GoroutineStacks& stacks, const GoroutineMoment& leaks,
                std::span<StandingGroup> groups);

}  // namespace burnglass
