// How a number went over time: does it only grow, is it stable, up and down, did it step or drift?
#pragma once

#include <cstddef>
#include <span>

namespace burnglass {

enum class Verdict { kOnlyGrows, kDrift, kStep, kUpAndDown, kStable };

struct Trend {
  Verdict verdict = Verdict::kStable;
  double slope = 0, slope_error = 0;  // per unit of time, and its standard error
  double rising = 0;                  // part of the steps that go up or stay, 1: all
  std::size_t at = 0;                 // a step: the first number behind it, from 0
  // How much of the change from the first to the last number is sure: what trend or step make of
  // it, less twice its error. 0 where neither is beyond chance; negative where it falls.
  double sure_change = 0;
};

struct TrendOptions {
  // The numbers are a stock (memory in use, goroutines), which a leak only adds to; otherwise they
  // are a flow (CPU time of each profile), which goes up and down by itself.
  bool stock = true;
};

// `values` at `times`, which do not fall; both have one length. Numbers of less than four times are
// compared as they are, without any judgement of chance.
Trend FindTrend(std::span<const double> times, std::span<const double> values,
                const TrendOptions& options = {});

}  // namespace burnglass
