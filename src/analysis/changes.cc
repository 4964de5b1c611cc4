#include "analysis/changes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>
#include <unordered_map>

#include "analysis/change_noise.h"
#include "analysis/graph.h"
#include "analysis/stack_costs.h"
#include "base/checked_sum.h"

namespace burnglass {
namespace {

// |a - b| of all numbers here has at most 62 bits.
constexpr std::int64_t kMost = std::int64_t{1} << 61;

Error TooLarge() { return Error{"the values are too large to be compared"}; }

// Scales a side of the comparison; 1 leaves its numbers exact.
std::int64_t Scaled(std::int64_t value, double by) {
  return by == 1 ? value : WholePart(std::round(static_cast<double>(value) * by));
}

class Comparison {
 public:
  explicit Comparison(const Query& query) : query_(query) {}

  bool AddSide(const Selection& selection, bool b, double scale) {
    const FrameTable frames(*selection.profile, *selection.lines, FrameOptionsOf(query_));
    const Graph graph = BuildGraph(selection, SumStacks(selection), frames);
    noise_.AddSide(selection, frames, b ? scale : -1);
    for (const GraphNode& node : graph.nodes) {
      Change& row = Row(frames.PrintableName(node.info));
      if (!Add(b ? row.flat_b : row.flat_a, Scaled(node.flat.value(), scale))) return false;
      if (!Add(b ? row.cum_b : row.cum_a, Scaled(node.cum.value(), scale))) return false;
    }
    return true;
  }

  std::vector<Change> Take() {
    const auto bounds = noise_.Find(2 * rows_.size());
    for (Change& row : rows_) {
      const ChangeNoise::Bounds& bound = bounds.at(row.function);
      row.flat_noise = bound.flat, row.cum_noise = bound.cum;
    }
    std::sort(rows_.begin(), rows_.end(), Before);
    return std::move(rows_);
  }

 private:
  Change& Row(std::string name) {
    const auto [it, added] = row_of_.try_emplace(name, rows_.size());
    if (added) rows_.push_back({.function = std::move(name)});
    return rows_[it->second];
  }

  static bool Add(std::int64_t& sum, std::int64_t value) {
    if (value < -kMost || value > kMost) return false;
    sum += value;
    return sum >= -kMost && sum <= kMost;
  }

  static bool Before(const Change& x, const Change& y) {
    const std::int64_t x_flat = std::abs(x.flat()), y_flat = std::abs(y.flat());
    const std::int64_t x_cum = std::abs(x.cum()), y_cum = std::abs(y.cum());
    return std::tie(y_flat, y_cum, x.function) < std::tie(x_flat, x_cum, y.function);
  }

  const Query& query_;
  ChangeNoise noise_;
  std::vector<Change> rows_;
  std::unordered_map<std::string, std::size_t> row_of_;
};

Status CheckSides(const Selection& a, const Selection& b) {
  if (a.type() != b.type() || a.unit() != b.unit()) {
    return Error{"the first measures " + a.type() + " in " + std::string(a.unit()) +
                 " and the second " + b.type() + " in " + std::string(b.unit())};
  }
  for (const Selection* side : {&a, &b}) {
    if (side->total_overflowed || side->total < 0 || side->total > kMost) return TooLarge();
  }
  return Done{};
}

double ScaleOf(const Selection& a, const Selection& b, const Query& query) {
  if (!query.normalize || b.total == 0) return 1;
  return static_cast<double>(a.total) / static_cast<double>(b.total);
}

struct Grown {
  Growth growth;
  double by = 0;
};

// How much of what it was before a cost has grown by; what was not there before has grown without
// bound. Nothing: it did not, or it is too small to be looked at.
double GrownBy(std::int64_t before, std::int64_t after, double smallest) {
  if (after <= before || static_cast<double>(after) < smallest) return 0;
  if (before <= 0) return HUGE_VAL;
  return static_cast<double>(after - before) / static_cast<double>(before);
}

}  // namespace

bool Change::significant() const {
  return std::abs(static_cast<double>(flat())) > flat_noise ||
         std::abs(static_cast<double>(cum())) > cum_noise;
}

bool Changes::significant() const {
  return std::any_of(rows.begin(), rows.end(), [](const Change& row) { return row.significant(); });
}

Result<Changes> CompareCosts(const Selection& a, const Selection& b, const Query& query) {
  if (Status same = CheckSides(a, b); !same) return same.error();
  const double scale = ScaleOf(a, b, query);
  Comparison comparison(query);
  if (!comparison.AddSide(a, false, 1) || !comparison.AddSide(b, true, scale)) return TooLarge();
  Changes changes;
  changes.type = a.type();
  changes.unit = std::string(a.unit());
  changes.total_a = a.total;
  changes.total_b = Scaled(b.total, scale);
  changes.rows = comparison.Take();
  for (const Change& row : changes.rows) {
    changes.moved += std::abs(static_cast<double>(row.flat()));
  }
  return changes;
}

std::vector<Growth> FindGrowth(const Changes& changes, const GrowthLimit& limit) {
  const double smallest = std::max(1.0, limit.smallest * static_cast<double>(changes.total_b));
  std::vector<Grown> found;
  for (std::uint32_t i = 0; i < changes.rows.size(); ++i) {
    const Change& row = changes.rows[i];
    const double flat = GrownBy(row.flat_a, row.flat_b, smallest);
    const double cum = GrownBy(row.cum_a, row.cum_b, smallest);
    if (flat > limit.most) {
      found.push_back({{i, false}, flat});
    } else if (cum > limit.most) {
      found.push_back({{i, true}, cum});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Grown& x, const Grown& y) { return x.by > y.by; });
  std::vector<Growth> growths;
  for (const Grown& one : found) growths.push_back(one.growth);
  return growths;
}

}  // namespace burnglass
