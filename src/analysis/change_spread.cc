#include "analysis/change_spread.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "analysis/graph.h"
#include "analysis/stack_costs.h"

namespace burnglass {
namespace {

struct Moments {
  double sum = 0, squares = 0;

  void Add(double value) { sum += value, squares += value * value; }
  // Of the sum of n such values, those that were nothing included.
  double Variance(double n) const { return n * std::max(0.0, squares - sum * sum / n) / (n - 1); }
};

struct Spread {
  Moments flat, cum;
};
using Spreads = std::unordered_map<std::string, Spread>;

Spreads SpreadsOf(std::span<const Selection> side, const Query& query) {
  Spreads spreads;
  for (const Selection& selection : side) {
    const FrameTable frames(*selection.profile, *selection.lines, FrameOptionsOf(query));
    const Graph graph = BuildGraph(selection, SumStacks(selection), frames, {.edges = false});
    for (const GraphNode& node : graph.nodes) {
      Spread& spread = spreads[frames.PrintableName(node.info)];
      spread.flat.Add(static_cast<double>(node.flat.value()));
      spread.cum.Add(static_cast<double>(node.cum.value()));
    }
  }
  return spreads;
}

// How many errors away is beyond chance, when errors are known from so few profiles.
double Far(std::size_t profiles) { return profiles >= 10 ? 4 : profiles >= 6 ? 6 : 10; }

}  // namespace

void RaiseNoiseBySpread(Changes& changes, std::span<const Selection> a,
                        std::span<const Selection> b, const Query& query) {
  if (a.size() < 2 || b.size() < 2) return;
  Spreads before = SpreadsOf(a, query), after = SpreadsOf(b, query);
  const double far = Far(a.size() + b.size()), scale = changes.scale;
  const auto bound = [&](const Moments& x, const Moments& y) {
    return far * std::sqrt(scale * scale * x.Variance(static_cast<double>(a.size())) +
                           y.Variance(static_cast<double>(b.size())));
  };
  for (Change& row : changes.rows) {
    const Spread& x = before[row.function];
    const Spread& y = after[row.function];
    row.flat_noise = std::max(row.flat_noise, bound(x.flat, y.flat));
    row.cum_noise = std::max(row.cum_noise, bound(x.cum, y.cum));
  }
}

}  // namespace burnglass
