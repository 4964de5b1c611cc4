// What a fitted line gains, as weights of the numbers that it is fitted to.
#include "analysis/fitted_change.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace burnglass {
namespace {

using Catch::Matchers::WithinAbs;

double Sum(const std::vector<double>& weights, std::span<const SeriesMoment> moments) {
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * moments[i].total;
  return sum;
}

TEST_CASE("A straight line gains what lies between its ends, at uneven times, too") {
  const std::vector<SeriesMoment> line = {{0, 10}, {1, 15}, {4, 30}, {6, 40}};
  CHECK_THAT(Sum(FittedChangeWeights(line, false), line), WithinAbs(30, 1e-9));
  const std::vector<SeriesMoment> flat = {{0, 7}, {1, 7}, {2, 7}};
  CHECK_THAT(Sum(FittedChangeWeights(flat, false), flat), WithinAbs(0, 1e-9));
  CHECK_THAT(Sum(MeanWeights(line, false), line), WithinAbs(23.75, 1e-9));
}

TEST_CASE("Of counts since the start what came since the one before is fitted") {
  // 10 (as the next), 10, 20, 30 came.
  const std::vector<SeriesMoment> counts = {{0, 100}, {1, 110}, {2, 130}, {3, 160}};
  const std::vector<SeriesMoment> came = {{0, 10}, {1, 10}, {2, 20}, {3, 30}};
  CHECK_THAT(Sum(FittedChangeWeights(counts, true), counts),
             WithinAbs(Sum(FittedChangeWeights(came, false), came), 1e-9));
  CHECK_THAT(Sum(MeanWeights(counts, true), counts), WithinAbs(17.5, 1e-9));
}

TEST_CASE("Where the total fell the program began anew, and all of it came since") {
  const std::vector<SeriesMoment> counts = {{0, 100}, {1, 110}, {2, 20}, {3, 30}};
  const std::vector<SeriesMoment> came = {{0, 10}, {1, 10}, {2, 20}, {3, 10}};
  CHECK_THAT(Sum(FittedChangeWeights(counts, true), counts),
             WithinAbs(Sum(FittedChangeWeights(came, false), came), 1e-9));
}

TEST_CASE("Of equal times nothing is gained") {
  const std::vector<SeriesMoment> same = {{5, 1}, {5, 9}};
  CHECK(Sum(FittedChangeWeights(same, false), same) == 0);
}

}  // namespace
}  // namespace burnglass
