// Moments in the order in which they were taken.
#pragma once

#include <algorithm>
#include <vector>

#include "base/number_order.h"
#include "base/stable_sort.h"

namespace burnglass {

// Sorts things that have a `time` (0: unknown) and a `name`: by time, where all know it, else by
// name. Returns whether all do.
template <typename Moment>
bool OrderMoments(std::vector<Moment>& moments) {
  const bool timed =
      std::none_of(moments.begin(), moments.end(), [](const Moment& one) { return one.time == 0; });
  StableSort(moments, [&](const Moment& a, const Moment& b) {
    if (timed && a.time != b.time) return a.time < b.time;
    return NumbersBefore(a.name, b.name);
  });
  return timed;
}

}  // namespace burnglass
