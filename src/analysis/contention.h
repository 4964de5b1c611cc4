// Who waits for locks and who makes others wait, from block and mutex profiles of one program.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

struct ContentionRow {
  std::string function;  // the program's own nearest to the wait
  // Of a mutex profile, which blames who gives a lock back: others waited for it. Otherwise the
  // function waited itself, as a block profile tells.
  bool makes_wait = false;
  // Waiting for work, for the network or for the time is no contention.
  bool idle = false;
  std::string
      kind;  // what it was about: "mutex", "channel", "select", "condition", "wait group", …
  std::int64_t count = 0, delay_ns = 0;
  std::size_t site = 0;  // of Contention::sites; where it is idle of no meaning

  double mean_ns() const {
    return count == 0 ? 0 : static_cast<double>(delay_ns) / static_cast<double>(count);
  }
};

// Where locks are taken and given back, as far as names tell it: a type, "main.(*Store)", otherwise
// a package. Neither profile says which lock it was.
struct ContentionSite {
  std::string name;
  std::int64_t waits_ns = 0, makes_wait_ns = 0;
};

struct Contention {
  // First who makes wait, then who waits for locks, then who is idle; the longest delay first.
  std::vector<ContentionRow> rows;
  std::vector<ContentionSite> sites;  // the longest delay first
  bool has_block = false, has_mutex = false;
  // The names of mutex profiles with and without waits for the runtime's own locks, which Go counts
  // since 1.22. As of then a delay also counts for all who waited, where it was one before.
  std::vector<std::string> counts_runtime, counts_no_runtime;
};

struct ContentionSource {
  ProfilePtr profile;
  std::string name;  // of its file: the last hint which of the two kinds it is
};

// Several profiles of one kind are added up. Fails on profiles that count no contentions, and on
// sums that do not fit.
Result<Contention> FindContention(std::span<const ContentionSource> sources);

}  // namespace burnglass
