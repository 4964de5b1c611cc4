#include "analysis/changes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>
#include <unordered_map>

#include "analysis/change_noise.h"
#include "analysis/graph.h"
#include "analysis/own_changes.h"
#include "analysis/stack_costs.h"
#include "base/checked_sum.h"
#include "base/stable_sort.h"

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
  Comparison(const Selection& a, const Selection& b, const Query& query)
      : frames_a_(*a.profile, *a.lines, FrameOptionsOf(query)),
        frames_b_(*b.profile, *b.lines, FrameOptionsOf(query)) {}

  // What is left when one ran for longer or had more load is what changed.
  void FindScale(const Selection& a, const Selection& b, double scale_b) {
    for (const Selection* side : {&a, &b}) own_.Learn(*side->profile);
    own_.AddSide(a, frames_a_, false, 1);
    own_.AddSide(b, frames_b_, true, scale_b);
    scale_ = own_.Scale();
    noise_.AddSide(a, frames_a_, false);
    noise_.AddSide(b, frames_b_, true);
    scale_b_ = scale_b;
  }
  double scale() const { return scale_; }

  bool AddSide(const Selection& selection, bool b, double scale) {
    const FrameTable& frames = b ? frames_b_ : frames_a_;
    const Graph graph = BuildGraph(selection, SumStacks(selection), frames, {.edges = false});
    for (const GraphNode& node : graph.nodes) {
      Change& row = Row(frames.PrintableName(node.info));
      if (!Add(b ? row.flat_b : row.flat_a, Scaled(node.flat.value(), scale))) return false;
      if (!Add(b ? row.cum_b : row.cum_a, Scaled(node.cum.value(), scale))) return false;
    }
    return true;
  }

  std::vector<Change> Take() {
    SetNoise();
    const auto explained = own_.Explain(scale_);
    for (Change& row : rows_) {
      row.scale = scale_;
      const auto found = explained.find(row.function);
      if (found != explained.end())
        row.explains = found->second.change, row.rank = std::abs(found->second.rank);
    }
    StableSort(rows_, Before);
    PutWhatIsNoChanceFirst();
    return std::move(rows_);
  }

 private:
  // Few functions tell badly how much more load there was, so what is beyond chance must be so
  // without allowing for the load, too.
  void SetNoise() {
    const auto is_own = [this](const std::string& name) { return own_.IsOwn(name); };
    const auto bounds = noise_.Find(scale_, scale_b_, is_own);
    const double of_time = scale_b_ == 1 ? own_.ScaleOfTime() : 1;
    const auto loadless = of_time == scale_ ? bounds : noise_.Find(of_time, scale_b_, is_own);
    const auto left = [](double scale, std::int64_t a, std::int64_t b) {
      return std::abs(static_cast<double>(b) - scale * static_cast<double>(a));
    };
    const auto noise = [&](double bound, double other, std::int64_t a, std::int64_t b) {
      return left(of_time, a, b) > other ? bound : std::max(bound, left(scale_, a, b));
    };
    for (Change& row : rows_) {
      const ChangeNoise::Bounds &bound = bounds.at(row.function),
                                &other = loadless.at(row.function);
      row.flat_noise = noise(bound.flat, other.flat, row.flat_a, row.flat_b);
      row.cum_noise = noise(bound.cum, other.cum, row.cum_a, row.cum_b);
    }
  }

  // What explains something and is beyond chance stands before what may be chance; where chance
  // explains all, whatever is beyond it.
  void PutWhatIsNoChanceFirst() {
    const auto explains = [](const Change& row) { return row.rank > 0 && row.significant(); };
    const auto changed = [](const Change& row) { return row.significant(); };
    if (std::any_of(rows_.begin(), rows_.end(), explains)) {
      std::stable_partition(rows_.begin(), rows_.end(), explains);
    } else {
      std::stable_partition(rows_.begin(), rows_.end(), changed);
    }
  }

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
    if (x.rank != y.rank) return x.rank > y.rank;
    const std::int64_t x_flat = std::abs(x.flat()), y_flat = std::abs(y.flat());
    const std::int64_t x_cum = std::abs(x.cum()), y_cum = std::abs(y.cum());
    return std::tie(y_flat, y_cum, x.function) < std::tie(x_flat, x_cum, y.function);
  }

  const FrameTable frames_a_, frames_b_;
  ChangeNoise noise_;
  OwnChanges own_;
  double scale_ = 1, scale_b_ = 1;
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
  const auto left = [this](std::int64_t a, std::int64_t b) {
    return std::abs(static_cast<double>(b) - scale * static_cast<double>(a));
  };
  return left(flat_a, flat_b) > flat_noise || left(cum_a, cum_b) > cum_noise;
}

bool Changes::significant() const {
  return std::any_of(rows.begin(), rows.end(), [](const Change& row) { return row.significant(); });
}

Result<Changes> CompareCosts(const Selection& a, const Selection& b, const Query& query) {
  if (Status same = CheckSides(a, b); !same) return same.error();
  const double scale = ScaleOf(a, b, query);
  Comparison comparison(a, b, query);
  comparison.FindScale(a, b, scale);
  if (!comparison.AddSide(a, false, 1) || !comparison.AddSide(b, true, scale)) return TooLarge();
  Changes changes;
  changes.type = a.type();
  changes.unit = std::string(a.unit());
  changes.total_a = a.total;
  changes.total_b = Scaled(b.total, scale);
  changes.scale = comparison.scale();
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
  StableSort(found, [](const Grown& x, const Grown& y) { return x.by > y.by; });
  std::vector<Growth> growths;
  for (const Grown& one : found) growths.push_back(one.growth);
  return growths;
}

}  // namespace burnglass
