#include "analysis/fitted_change.h"

namespace burnglass {
namespace {

std::vector<double> LineWeights(std::span<const SeriesMoment> moments) {
  double mean = 0, squares = 0;
  for (const SeriesMoment& one : moments) mean += one.time / static_cast<double>(moments.size());
  for (const SeriesMoment& one : moments) squares += (one.time - mean) * (one.time - mean);
  const double span = moments.empty() ? 0 : moments.back().time - moments.front().time;
  std::vector<double> weights;
  for (const SeriesMoment& one : moments) {
    weights.push_back(squares > 0 ? (one.time - mean) * span / squares : 0);
  }
  return weights;
}

// Weights of the numbers themselves, from weights of what came since the one before.
std::vector<double> OfDifferences(std::span<const SeriesMoment> moments,
                                  const std::vector<double>& wanted) {
  if (wanted.size() < 2) return wanted;
  std::vector<double> weights(wanted.size());
  const auto add = [&](std::size_t i, double weight) {
    weights[i] += weight;
    if (moments[i].total >= moments[i - 1].total) weights[i - 1] -= weight;
  };
  add(1, wanted[0]);
  for (std::size_t i = 1; i < wanted.size(); ++i) add(i, wanted[i]);
  return weights;
}

}  // namespace

std::vector<double> FittedChangeWeights(std::span<const SeriesMoment> moments, bool differences) {
  const std::vector<double> line = LineWeights(moments);
  return differences ? OfDifferences(moments, line) : line;
}

std::vector<double> MeanWeights(std::span<const SeriesMoment> moments, bool differences) {
  const double each = 1 / static_cast<double>(moments.size());
  const std::vector<double> mean(moments.size(), each);
  return differences ? OfDifferences(moments, mean) : mean;
}

}  // namespace burnglass
