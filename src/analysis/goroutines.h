// Goroutines of one or several moments of a program: how many stand where, who was there before,
// and what is stuck.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/goroutine_stacks.h"
#include "base/result.h"

namespace burnglass {

// Goroutines that stand in one stack, in one state, begun by one function.
struct GoroutineGroup {
  std::string function;                   // the program's own nearest to where they stand
  std::string state, created_by;          // created_by may be empty
  std::vector<std::uint32_t> stack = {};  // leaf first, indices of Goroutines::names
  std::int64_t count = 0, longest_wait_minutes = 0;
  std::int64_t leaked = 0;  // by Go's own search for leaks
  // Of two or more moments: how many stood here in the first.
  std::int64_t before = 0;
  // Of two or more dumps: those of it that stand here in all of them, how long the longest of them
  // had waited in the first, and those that came since the first.
  std::int64_t in_all_dumps = 0, waited_before_minutes = 0, came = 0;
  double growth = 0;  // how many more of this function there are, as far as that is sure
  std::optional<std::size_t> stuck = {};  // of Goroutines::stuck, the strongest that tells of it
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

// A goroutine of one moment; in profiles that only count, a sample of several.
struct GoroutineMember {
  std::int64_t id = 0;  // 0: not told
  std::int64_t count = 1, wait_minutes = 0, waited_before_minutes = 0;
  std::uint32_t sample = 0;
  std::uint32_t group = 0;  // of Goroutines::groups; of the first moment: these and `gone` behind
  Stayed stayed = Stayed::kUnknown;
};

struct Goroutines {
  std::vector<std::string> dumps, counts, leaks;  // names of what was read, by its sort
  std::int64_t total = 0;                         // of the last moment
  std::int64_t total_before = 0;                  // of the first, where there are several
  std::vector<GoroutineGroup> groups;  // what is stuck first, then what grows, then the many
  std::vector<GoroutineGroup> gone;    // of the first moment, where none stands in the last
  std::vector<StuckRow> stuck;         // the strongest evidence first
  JoinedDumps joined;
  std::vector<std::string> names;                // of the frames of stacks
  std::vector<GoroutineMember> members, before;  // of the last moment and of the first
};

// Dumps and profiles of goroutines and of leaked ones; block profiles are of use, too. The groups
// are those of the last dump, or else of the last profile; which is the last tell their times or
// their names, or, where `ordered`, their order here. Fails when there are none.
struct GoroutinesAsked {
  bool ordered = false;
};
Result<Goroutines> FindGoroutines(std::span<const GoroutineSource> sources,
                                  const GoroutinesAsked& asked = {});

}  // namespace burnglass
