// What a straight line that is fitted to the numbers of a series by least squares gains from the
// first to the last: a sum of the numbers, each times a weight of its own. So it can be had of all
// boxes of a graph at once, from profiles that were added up by these weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace burnglass {

struct SeriesMoment {
  double time = 0;
  double total = 0;
};

// One weight for each, none larger than 2 either way; `moments` are in the order of their times, of
// which not all are the same. With `differences` the line is fitted to what came since the number
// before, where the total did not fall; the first is taken for as much as the second.
std::vector<double> FittedChangeWeights(std::span<const SeriesMoment> moments, bool differences);

// Likewise of their mean.
std::vector<double> MeanWeights(std::span<const SeriesMoment> moments, bool differences);

}  // namespace burnglass
