#include "analysis/trend.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <vector>

namespace burnglass {
namespace {

Trend TrendOf(const std::vector<double>& values, bool stock = true) {
  std::vector<double> times;
  for (std::size_t i = 0; i < values.size(); ++i) times.push_back(static_cast<double>(i));
  return FindTrend(times, values, {.stock = stock});
}

TEST_CASE("What only grows is told from what is stable, full, or up and down") {
  const Trend leak = TrendOf({29, 48, 61, 81, 95, 109, 122, 135, 151, 161});
  CHECK(leak.verdict == Verdict::kOnlyGrows);
  CHECK(leak.slope > 14);
  CHECK(leak.slope < 15);
  CHECK(leak.slope_error < 1);
  CHECK(leak.rising == 1);
  CHECK(leak.sure_change > 120);
  CHECK(TrendOf({220, 220, 221, 220, 219, 220, 220, 220}).verdict == Verdict::kStable);
  CHECK(TrendOf({0, 150, 20, 90, 0, 140, 10, 70}).verdict == Verdict::kUpAndDown);
  // A cache that fills up and stays full is no leak.
  const Trend cache = TrendOf({10, 40, 70, 85, 92, 95, 96, 96, 96, 96, 96, 96});
  CHECK(cache.verdict != Verdict::kOnlyGrows);
}

TEST_CASE("A step has its place, a drift has none") {
  const Trend step = TrendOf({20, 22, 19, 21, 20, 18, 61, 60, 63, 59, 60, 62}, false);
  CHECK(step.verdict == Verdict::kStep);
  CHECK(step.at == 6);
  CHECK(step.sure_change > 35);
  const Trend drift =
      TrendOf({10, 0, 20, 40, 20, 80, 100, 90, 130, 130, 90, 140, 150, 180, 160, 190}, false);
  CHECK(drift.verdict == Verdict::kDrift);
  CHECK(drift.sure_change > 100);
  const Trend falls = TrendOf({90, 80, 72, 60, 55, 41, 30, 22}, false);
  CHECK(falls.verdict == Verdict::kDrift);
  CHECK(falls.sure_change < -40);
}

TEST_CASE("Noise is as good as never a trend") {
  std::mt19937 random(7);
  std::normal_distribution<double> noise(100, 15);
  int called = 0;
  for (int series = 0; series < 500; ++series) {
    std::vector<double> values;
    for (int i = 0; i < 20; ++i) values.push_back(noise(random));
    const Verdict verdict = TrendOf(values, false).verdict;
    called += verdict == Verdict::kStable || verdict == Verdict::kUpAndDown ? 0 : 1;
  }
  CHECK(called <= 10);
}

TEST_CASE("A few numbers are compared as they are") {
  CHECK(TrendOf({1, 2, 3}).verdict == Verdict::kOnlyGrows);
  CHECK(TrendOf({5}).verdict == Verdict::kStable);
  CHECK(TrendOf({5}).sure_change == 0);
  CHECK(TrendOf({}).slope == 0);
}

}  // namespace
}  // namespace burnglass
