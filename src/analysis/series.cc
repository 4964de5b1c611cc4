#include "analysis/series.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "analysis/blame.h"
#include "base/moment_order.h"
#include "base/stable_sort.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

constexpr double kNanosPerHour = 3.6e12;
// Loads that differ more than this from profile to profile are taken out of flows.
constexpr double kSteadyLoad = 0.2;

bool IsStock(std::string_view type) {
  return type.starts_with("inuse_") || type == "goroutine" || type == "goroutineleak" ||
         type == "threadcreate" || type == "objects" || type == "space";
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double Mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) /
         static_cast<double>(std::max<std::size_t>(values.size(), 1));
}

double Variation(std::span<const double> values) {
  const double mean = Mean(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return mean == 0 ? 0 : std::sqrt(squares / static_cast<double>(values.size())) / mean;
}

std::int64_t Clamp(double value) {
  return static_cast<std::int64_t>(std::clamp(value, -9.2e18, 9.2e18));
}

}  // namespace

bool CountsSinceStart(std::string_view type, std::int64_t duration) {
  return duration == 0 && (type.starts_with("alloc_") || type == "contentions" || type == "delay");
}

std::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kOnlyGrows:
      return "only grows";
    case Verdict::kDrift:
      return "drift";
    case Verdict::kStep:
      return "step";
    case Verdict::kUpAndDown:
      return "up and down";
    case Verdict::kStable:
      break;
  }
  return "large but stable";
}

std::string SeriesKey(const Profile& profile, const std::string& kind) {
  if (profile.data().sample_types.empty()) return kind;
  if (!profile.data().goroutines.empty()) return kind + " dump";
  const auto type = profile.data().sample_types[DefaultSampleType(profile)].type;
  return kind + " " + std::string(profile.text(type));
}

std::uint32_t SeriesBuilder::StackOf(std::span<const StackFrame> frames) {
  names_.clear();
  for (const StackFrame& frame : frames) names_.push_back(frame.name);
  return stacks_.FindOrAdd(names_);
}

Status SeriesBuilder::Add(std::string name, const Profile& profile) {
  const std::string& wanted = type_.empty() ? options_.sample_type : type_;
  const Result<std::uint32_t> type = FindSampleType(profile, wanted);
  if (!type) return Error{name + ": " + type.error().message};
  const ProfileData& data = profile.data();
  if (data.sample_types.empty()) return Error{name + ": it measures nothing"};
  if (points_.empty()) {
    type_ = profile.text(data.sample_types[*type].type);
    unit_ = profile.text(data.sample_types[*type].unit);
    const bool sampled = profile.text(data.period_type.type) == type_;
    period_ = sampled ? static_cast<double>(data.period) : 0;
  }
  code_.Learn(profile);
  Point point{std::move(name), data.time_nanos, data.duration_nanos};
  StackReader reader(code_, profile);
  for (std::size_t i = 0; i < profile.sample_count(); ++i) {
    const std::int64_t value = data.values[*type][i];
    const auto frames = reader.Read(i);
    if (value != 0 && !frames.empty()) point.costs.push_back({StackOf(frames), value});
  }
  points_.push_back(std::move(point));
  return Done{};
}

class SeriesBuilder::Rows {
 public:
  Rows(SeriesBuilder& builder, bool differences) : b_(builder), differences_(differences) {}

  std::vector<SeriesRow> Find(std::span<const double> hours, bool stock) {
    HalveCosts();
    AssignRows();
    AddCosts();
    Scale(stock);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      rows_[i].trend = FindTrend(hours, Judged(i, stock), {.stock = stock});
      // The slope told is that of the counts themselves.
      const Trend counted = FindTrend(hours, values_[i], {.stock = stock});
      rows_[i].trend.slope = counted.slope;
      rows_[i].trend.slope_error = counted.slope_error;
      for (const double value : values_[i]) rows_[i].counts.push_back(Clamp(value));
    }
    NameStacks();
    return Sorted(stock);
  }

  double total_mean() const { return Mean(totals_); }

 private:
  // What the stacks cost in the first and in the second half of the series.
  void HalveCosts() {
    halves_.resize(b_.stacks_.size());
    for (std::size_t i = 0; i < b_.points_.size(); ++i) {
      const bool late = 2 * i >= b_.points_.size();
      for (const Cost& cost : b_.points_[i].costs) {
        BeforeAfter& half = halves_[cost.stack];
        (late ? half.after : half.before) += static_cast<double>(cost.value);
      }
    }
  }

  // The function that answers for each stack.
  std::vector<StringId> Functions() {
    std::vector<Charged> charged;
    std::map<Charged, BeforeAfter> costs;
    std::vector<StackFrame> frames;
    for (std::uint32_t stack = 0; stack < b_.stacks_.size(); ++stack) {
      frames.clear();
      for (const StringId name : b_.stacks_[stack]) frames.push_back({name, 0});
      charged.push_back(Charge(b_.code_, frames));
      BeforeAfter& cost = costs[charged.back()];
      cost.before += halves_[stack].before;
      cost.after += halves_[stack].after;
    }
    const std::map<Charged, StringId> blamed = BlameCallers(costs);
    std::vector<StringId> functions;
    for (const Charged& one : charged) functions.push_back(blamed.at(one));
    return functions;
  }

  void AssignRows() {
    const std::vector<StringId> functions = Functions();
    std::unordered_map<StringId, std::uint32_t> of_function;
    for (const StringId function : functions) {
      auto next = static_cast<std::uint32_t>(rows_.size());
      if (b_.options_.by == SeriesBy::kFunction) {
        next = of_function.try_emplace(function, next).first->second;
      }
      if (next == rows_.size()) {
        rows_.push_back({.function = std::string(b_.code_.text(function))});
        own_.push_back(b_.code_.IsOwn(function));
      }
      row_of_.push_back(next);
    }
  }

  void AddCosts() {
    values_.assign(rows_.size(), std::vector<double>(b_.points_.size()));
    for (std::size_t i = 0; i < b_.points_.size(); ++i) {
      for (const Cost& cost : b_.points_[i].costs) {
        values_[row_of_[cost.stack]][i] += static_cast<double>(cost.value);
      }
    }
    if (differences_) {
      for (auto& row : values_) TakeDifferences(row);
    }
  }

  // The first count is of an unknown time; it is taken for as much as the second.
  static void TakeDifferences(std::vector<double>& row) {
    for (std::size_t i = row.size() - 1; i > 0; --i) {
      if (row[i] >= row[i - 1]) row[i] -= row[i - 1];  // else the program began anew
    }
    if (row.size() > 1) row[0] = row[1];
  }

  // Flows are compared as if all profiles had measured for the same time.
  void Scale(bool stock) {
    std::vector<double> durations;
    for (const Point& point : b_.points_) {
      if (point.duration > 0) durations.push_back(static_cast<double>(point.duration));
    }
    const bool known = !stock && durations.size() == b_.points_.size();
    const double median = Median(durations);
    for (const Point& point : b_.points_) {
      scale_.push_back(known ? median / static_cast<double>(point.duration) : 1);
    }
    totals_.assign(b_.points_.size(), 0);
    for (const auto& row : values_) {
      for (std::size_t i = 0; i < row.size(); ++i) totals_[i] += row[i] * scale_[i];
    }
  }

  // What is judged: counts of equal times, and where the load was not steady, of equal loads: as
  // much as all others cost.
  std::vector<double> Judged(std::size_t row, bool stock) const {
    std::vector<double> values = values_[row], others;
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] *= scale_[i];
      others.push_back(totals_[i] - values[i]);
    }
    const double mean = Mean(others);
    if (stock || mean <= 0.2 * Mean(totals_)) return values;
    // Sampling alone makes some of the difference.
    const double chance = b_.period_ / mean, variation = Variation(others);
    if (variation * variation < kSteadyLoad * kSteadyLoad + chance) return values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] *= mean / std::max(others[i], 0.05 * mean);
    }
    return values;
  }

  void NameStacks() {
    std::vector<std::uint32_t> most(rows_.size(), kNone);
    for (std::uint32_t stack = 0; stack < row_of_.size(); ++stack) {
      std::uint32_t& best = most[row_of_[stack]];
      if (best == kNone || std::abs(halves_[stack].change()) > std::abs(halves_[best].change()))
        best = stack;
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (const StringId name : b_.stacks_[most[row]]) {
        rows_[row].stack.emplace_back(b_.code_.text(name));
      }
    }
  }

  // What is sure growth of the program's own functions counts most. A stock that stepped up once
  // was filled, and did not leak.
  double Weight(std::size_t row, bool stock) const {
    const Trend& trend = rows_[row].trend;
    double weight = std::max(trend.sure_change, 0.0) * (own_[row] ? 1 : 0.3);
    if (stock && trend.verdict == Verdict::kStep) weight *= 0.3;
    if (trend.verdict == Verdict::kStable || trend.verdict == Verdict::kUpAndDown) weight *= 0.01;
    return weight;
  }

  std::vector<SeriesRow> Sorted(bool stock) {
    struct Key {
      double weight, mean;
      std::size_t row;
    };
    std::vector<Key> keys;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      keys.push_back({Weight(row, stock), Mean(values_[row]), row});
    }
    StableSort(keys, [](const Key& a, const Key& b) {
      if (a.weight != b.weight) return a.weight > b.weight;
      return a.mean != b.mean ? a.mean > b.mean : a.row < b.row;
    });
    std::vector<SeriesRow> sorted;
    for (const Key& key : keys) sorted.push_back(std::move(rows_[key.row]));
    return sorted;
  }

  SeriesBuilder& b_;
  const bool differences_;
  std::vector<SeriesRow> rows_;
  std::vector<bool> own_;
  std::vector<std::uint32_t> row_of_;        // by stack
  std::vector<std::vector<double>> values_;  // by row, by point
  std::vector<BeforeAfter> halves_;          // by stack
  std::vector<double> scale_, totals_;       // by point
};

Series SeriesBuilder::Finish() {
  Series series{.kind = kind_, .type = type_, .unit = unit_};
  if (points_.empty()) return series;
  series.timed = OrderMoments(points_) && points_.back().time > points_.front().time;
  const auto since_start = [this](const Point& p) { return CountsSinceStart(type_, p.duration); };
  series.differences =
      points_.size() > 1 && std::all_of(points_.begin(), points_.end(), since_start);
  std::vector<double> hours;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    series.names.push_back(points_[i].name);
    series.times.push_back(series.timed ? points_[i].time : static_cast<std::int64_t>(i + 1));
    const double nanos = static_cast<double>(points_[i].time - points_.front().time);
    hours.push_back(series.timed ? nanos / kNanosPerHour : static_cast<double>(i));
  }
  Rows rows(*this, series.differences);
  series.rows = rows.Find(hours, IsStock(type_));
  if (!series.rows.empty() && rows.total_mean() > 0) {
    series.growth = std::max(series.rows[0].trend.sure_change, 0.0) / rows.total_mean();
  }
  return series;
}

}  // namespace burnglass
