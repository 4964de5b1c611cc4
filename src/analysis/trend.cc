#include "analysis/trend.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace burnglass {
namespace {

constexpr std::size_t kFewest = 4;
// Kendall's test: farther from nothing than this by chance once in about 500 series.
constexpr double kSureZ = 2.9;

double Mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double SquaresAround(std::span<const double> values, double mean) {
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

struct FittedLine {
  double slope = 0, error = 0;
  double squares = 0;  // of what the line leaves
};

// The line of least squares.
FittedLine FitLine(std::span<const double> times, std::span<const double> values) {
  FittedLine line;
  const double time = Mean(times), value = Mean(values);
  double tt = 0, tv = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    tt += (times[i] - time) * (times[i] - time);
    tv += (times[i] - time) * (values[i] - value);
  }
  if (tt == 0) return line;
  line.slope = tv / tt;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double left = values[i] - value - line.slope * (times[i] - time);
    line.squares += left * left;
  }
  if (times.size() > 2) {
    line.error = std::sqrt(line.squares / static_cast<double>(times.size() - 2) / tt);
  }
  return line;
}

// Kendall's S as a normal number: how much more pairs rise than fall.
double KendallZ(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  double s = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) {
      s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
    }
  }
  // Of many equal numbers S varies less.
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  double variance = n * (n - 1) * (2 * n + 5);
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    while (end < sorted.size() && sorted[end] == sorted[begin]) ++end;
    const double t = static_cast<double>(end - begin);
    variance -= t * (t - 1) * (2 * t + 5);
  }
  if (variance <= 0 || s == 0) return 0;
  return (s - (s > 0 ? 1 : -1)) / std::sqrt(variance / 18);
}

struct Step {
  std::size_t at = 0;
  double by = 0, error = 0;
  double squares = HUGE_VAL;  // of what the two levels leave
};

// The two levels that leave least, each of at least two numbers.
Step FindStep(std::span<const double> values) {
  Step best;
  for (std::size_t at = 2; at + 2 <= values.size(); ++at) {
    const auto before = values.first(at), after = values.subspan(at);
    const double low = Mean(before), high = Mean(after);
    const double squares = SquaresAround(before, low) + SquaresAround(after, high);
    if (squares >= best.squares) continue;
    const double parts = 1 / static_cast<double>(at) + 1 / static_cast<double>(after.size());
    const double spread = squares / static_cast<double>(values.size() - 2);
    best = {at, high - low, std::sqrt(spread * parts), squares};
  }
  return best;
}

// How far a step must be from nothing, in its errors, when any place may have been the one.
double SureStep(std::size_t count) {
  return std::sqrt(2 * std::log(2 * static_cast<double>(count) / 0.002));
}

double Rising(std::span<const double> values) {
  std::size_t rising = 0;
  for (std::size_t i = 1; i < values.size(); ++i) rising += values[i] >= values[i - 1] ? 1 : 0;
  return values.size() < 2 ? 1
                           : static_cast<double>(rising) / static_cast<double>(values.size() - 1);
}

double Spread(std::span<const double> values) {
  const double mean = Mean(values);
  if (mean == 0) return 0;
  return std::sqrt(SquaresAround(values, mean) / static_cast<double>(values.size())) /
         std::abs(mean);
}

double TowardsNothing(double value, double by) {
  return value > 0 ? std::max(0.0, value - by) : std::min(0.0, value + by);
}

// Of a few numbers, without any judgement of chance.
Trend OfFew(std::span<const double> values, Trend trend) {
  trend.sure_change = values.empty() ? 0 : values.back() - values.front();
  const bool grows = trend.rising == 1 && trend.sure_change > 0;
  trend.verdict = grows                  ? Verdict::kOnlyGrows
                  : Spread(values) > 0.2 ? Verdict::kUpAndDown
                                         : Verdict::kStable;
  return trend;
}

class Judge {
 public:
  Judge(std::span<const double> times, std::span<const double> values, bool stock)
      : times_(times), values_(values), stock_(stock) {}

  Trend Find() {
    const FittedLine line = FitLine(times_, values_);
    trend_.slope = line.slope;
    trend_.slope_error = line.error;
    trend_.rising = Rising(values_);
    if (values_.size() < kFewest) return OfFew(values_, trend_);
    const double span = times_.back() - times_.front();
    const Step step = FindStep(values_);
    const bool steps = std::abs(step.by) > SureStep(values_.size()) * step.error;
    const bool trends = std::abs(KendallZ(values_)) > LeastZ();
    if (steps && step.squares < 0.6 * line.squares && values_.size() >= 6) {
      trend_.verdict = Verdict::kStep;
      trend_.at = step.at;
      trend_.sure_change = TowardsNothing(step.by, 2 * step.error);
    } else if (trends) {
      TakeTrend(line.slope * span, line.error * span);
    } else {
      trend_.verdict = Spread(values_) > 0.2 ? Verdict::kUpAndDown : Verdict::kStable;
    }
    return trend_;
  }

 private:
  // Of few numbers even the straightest line is not as far from chance as of many.
  double LeastZ() const {
    const double n = static_cast<double>(values_.size());
    const double most = (n * (n - 1) / 2 - 1) / std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
    return std::min(kSureZ, 0.85 * most);
  }

  void TakeTrend(double change, double error) {
    trend_.sure_change = TowardsNothing(change, 2 * error);
    if (stock_ && change > 0) {
      // What filled up and then stays full is no leak.
      const double late = LateChange();
      trend_.sure_change = std::min(trend_.sure_change, std::max(0.0, late));
      const double mean = std::abs(Mean(values_));
      const bool full = trend_.sure_change < 0.1 * change || trend_.sure_change < 0.02 * mean;
      trend_.verdict = full                   ? Verdict::kStable
                       : trend_.rising >= 0.7 ? Verdict::kOnlyGrows
                                              : Verdict::kDrift;
    } else {
      trend_.verdict = Verdict::kDrift;
    }
  }

  // The change over all of the time, had it all been as in the second half.
  double LateChange() const {
    const std::size_t half = values_.size() / 2;
    const FittedLine line = FitLine(times_.subspan(half), values_.subspan(half));
    return (line.slope + line.error) * (times_.back() - times_.front());
  }

  const std::span<const double> times_, values_;
  const bool stock_;
  Trend trend_;
};

}  // namespace

Trend FindTrend(std::span<const double> times, std::span<const double> values,
                const TrendOptions& options) {
  if (values.empty()) return {};
  return Judge(times, values, options.stock).Find();
}

}  // namespace burnglass
