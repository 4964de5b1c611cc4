// Which goroutines seem to be stuck, and who may hold what they wait for. Told as evidence: a dump
// shows who waits, and never who holds.
#pragma once

#include <span>
#include <vector>

#include "analysis/lock_sites.h"
#include "analysis/standing_groups.h"

namespace burnglass {

struct StuckFinding {
  StuckRow row;
  double strength = 0;  // of the evidence: from 2 on it names who holds while it waits
  std::vector<std::size_t> groups = {};
};

// The strongest first. `groups` must be of one moment, with all that other moments tell.
std::vector<StuckFinding> FindStuck(GoroutineStacks& stacks, LockSites& sites,
                                    std::span<const StandingGroup> groups);

}  // namespace burnglass
