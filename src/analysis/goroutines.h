// Goroutines of one or several moments of a program: how many stand where, who was there before,
// and what is stuck.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/goroutine_stacks.h"
#include "base/result.h"

namespace burnglass {

// Goroutines that stand in one stack, in one state, begun by one function.
struct GoroutineGroup {
  std::string function;            // the program's own nearest to where they stand
  std::string state, created_by;   // created_by may be empty
  std::vector<std::string> stack;  // leaf first
  std::int64_t count = 0, longest_wait_minutes = 0;
  std::int64_t leaked = 0;  // by Go's own search for leaks
  // Of two or more dumps: those of it that stand here in all of them, how long the longest of them
  // had waited in the first, and those that came since the first.
  std::int64_t in_all_dumps = 0, waited_before_minutes = 0, came = 0;
  double growth = 0;  // how many more of this function there are, as far as that is sure
};

// What seems to be stuck: evidence, no proof.
struct StuckRow {
  std::string function;
  std::string kind;  // "lock order", "lock held", "mutex", "channel send", "wait group", …
  std::int64_t count = 0;
  std::vector<std::string> holder_candidates;  // functions that may hold what is waited for
  std::string evidence;                        // a sentence
  std::vector<std::int64_t> goroutines;        // some ids, where they are known
};

// Two or more dumps by the ids of their goroutines.
struct JoinedDumps {
  std::int64_t same = 0;   // in all dumps, where they stood in the first
  std::int64_t moved = 0;  // in the first and the last, elsewhere
  std::int64_t came = 0, gone = 0;
};

struct Goroutines {
  std::vector<std::string> dumps, counts, leaks;  // names of what was read, by its sort
  std::int64_t total = 0;                         // of the last moment
  std::vector<GoroutineGroup> groups;  // what is stuck first, then what grows, then the many
  std::vector<StuckRow> stuck;         // the strongest evidence first
  JoinedDumps joined;
};

// Dumps and profiles of goroutines and of leaked ones; block profiles are of use, too. The groups
// are those of the last dump, or else of the last profile. Fails when there are none.
Result<Goroutines> FindGoroutines(std::span<const GoroutineSource> sources);

}  // namespace burnglass
