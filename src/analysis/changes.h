// What two profiles of one program cost, function by function, side by side.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/select.h"
#include "base/result.h"
#include "query/query.h"

namespace burnglass {

struct Change {
  std::string function;  // printable name, the same in both
  std::int64_t flat_a = 0, flat_b = 0;
  std::int64_t cum_a = 0, cum_b = 0;
  // Changes that are not larger than these may be chance (analysis/change_noise.h).
  double flat_noise = 0, cum_noise = 0;
  // The part of it that is no change: all that did not change costs so many times what it did.
  double scale = 1;
  // How much of the program's change this function is to answer for (analysis/own_changes.h).
  double explains = 0;
  double rank = 0;  // its size, where other people's code and what costs less weigh less

  std::int64_t flat() const { return flat_b - flat_a; }
  std::int64_t cum() const { return cum_b - cum_a; }
  // Beyond chance, once what was before is scaled.
  bool significant() const;
};

// Differences fit into 64 bits: who builds this checks it.
struct Changes {
  std::string type, unit;
  std::int64_t total_a = 0, total_b = 0;
  // The second ran for longer or had more load: what did not change costs so many times as much.
  double scale = 1;
  // All functions of either profile. Those of the program's own that explain most of the change
  // come first, then the largest change of flat, then of cum, then by name; but what may be chance
  // comes after what explains more than chance does.
  std::vector<Change> rows;
  // The sum of the magnitudes of all changes of flat: what shares are of. A double, for it need not
  // fit and is only divided by.
  double moved = 0;

  // Any of the rows is.
  bool significant() const;

  double Share(const Change& change) const {
    return moved == 0 ? 0 : static_cast<double>(change.flat()) / moved;
  }
};

// Both selections must have stacks and be the query's. With `normalize` the costs of b are scaled
// to the total of a. Fails when they measure different things, and when numbers do not fit.
Result<Changes> CompareCosts(const Selection& a, const Selection& b, const Query& query);

struct GrowthLimit {
  double most = 0.05;       // of what it was before; more is too much
  double smallest = 0.005;  // of the new total; functions that cost less are not looked at
};

struct Growth {
  std::uint32_t row = 0;  // of Changes::rows
  bool cum = false;       // it is the function with all that it calls; otherwise its own cost
};

// Functions that cost more than the limit allows, largest growth first. One that grows in both ways
// is told once, by its own cost.
std::vector<Growth> FindGrowth(const Changes& changes, const GrowthLimit& limit);

}  // namespace burnglass
