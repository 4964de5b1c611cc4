#include "analysis/own_changes.h"

#include <algorithm>
#include <cmath>

#include "analysis/event_size.h"
#include "base/stable_sort.h"

namespace burnglass {
namespace {

constexpr std::size_t kEnoughFunctions = 5;
constexpr double kMaterial = 0.01;      // of the total
constexpr double kEnoughEvents = 5;     // fewer tell no ratio
constexpr double kEnoughOfTotal = 0.3;  // are told by functions that are in both
constexpr double kNearlyOne = 1.2;
constexpr double kNotOwn = 0.3;   // a change outside of the program's own code weighs less,
constexpr double kFalling = 0.5;  // and so does what costs less

struct Ratio {
  double ratio = 0, weight = 0;
};

double WeightedMedian(std::vector<Ratio>& ratios) {
  StableSort(ratios, [](const Ratio& a, const Ratio& b) { return a.ratio < b.ratio; });
  double all = 0, below = 0;
  for (const Ratio& one : ratios) all += one.weight;
  for (const Ratio& one : ratios) {
    below += one.weight;
    if (2 * below >= all) return one.ratio;
  }
  return 1;
}

double OneIfNear(double scale) {
  return scale <= 0 || (scale < kNearlyOne && scale > 1 / kNearlyOne) ? 1 : scale;
}

}  // namespace

void OwnChanges::AddSide(const Selection& selection, const FrameTable& frames, bool after,
                         double scale) {
  const LocationTree& tree = *selection.stacks;
  const EventSize size(selection);
  Side& side = after ? after_ : before_;
  side.seconds += static_cast<double>(selection.profile->data().duration_nanos) / 1e9;
  std::vector<double> values(tree.size());  // of what ends at a node
  std::vector<std::uint8_t> ends(tree.size());
  for (std::size_t i = 0; i < tree.leaf.size(); ++i) {
    const std::uint32_t leaf = tree.leaf[i];
    const double value = scale * static_cast<double>(selection.values()[i]);
    if (leaf == kNone || leaf == 0 || value == 0) continue;
    const double event = size.of(i);
    values[leaf] += value;
    ends[leaf] = 1;
    side.total += value;
    side.events += event > 0 ? std::abs(value) / (scale * event) : 0;
  }
  std::unordered_map<std::uint64_t, double> charges;
  ChargeNodes(tree, frames, [&](std::uint32_t node, const Charged& charged) {
    if (ends[node]) charges[std::uint64_t{charged.function} << 32 | charged.caller] += values[node];
  });
  for (const auto& [key, value] : charges) {
    BeforeAfter& cost = costs_[{static_cast<StringId>(key >> 32), static_cast<StringId>(key)}];
    (after ? cost.after : cost.before) += value;
  }
}

// Calls back for each node with what a stack is charged to that ends there.
template <typename Take>
void OwnChanges::ChargeNodes(const LocationTree& tree, const FrameTable& frames, const Take& take) {
  std::vector<StringId> names;  // by node of the frames
  for (std::uint32_t node = 0; node < frames.infos().size(); ++node) {
    names.push_back(code_.Number(frames.PrintableName(node)));
  }
  struct Open {
    std::uint32_t end = 0;
    ChargedPath path;
  };
  std::vector<Open> open = {{static_cast<std::uint32_t>(tree.size()), {}}};
  for (std::uint32_t node = 1; node < tree.size(); ++node) {
    while (open.back().end <= node) open.pop_back();
    ChargedPath path = open.back().path;
    const std::span<const std::uint32_t> of_location = frames.of(tree.location[node]);
    for (auto frame = of_location.rbegin(); frame != of_location.rend(); ++frame) {
      path = path.Below(code_, names[*frame]);
    }
    open.push_back({tree.end[node], path});
    take(node, path.charged());
  }
}

double OwnChanges::ScaleOfTime() const {
  if (before_.seconds <= 0 || after_.seconds <= 0) return 1;
  return OneIfNear(after_.seconds / before_.seconds);
}

double OwnChanges::Scale() const {
  if (before_.seconds <= 0 || after_.seconds <= 0) return 1;
  std::map<StringId, BeforeAfter> functions;
  for (const auto& [charged, cost] : costs_) {
    functions[charged.function].before += cost.before;
    functions[charged.function].after += cost.after;
  }
  const double event = before_.events > 0 ? before_.total / before_.events : 0;
  const double least = std::max(kMaterial * before_.total, kEnoughEvents * event);
  std::vector<Ratio> ratios;
  double told = 0;
  for (const auto& [function, cost] : functions) {
    if (cost.before < least || cost.after <= 0) continue;
    ratios.push_back({cost.after / cost.before, cost.before});
    told += cost.before;
  }
  if (ratios.size() >= kEnoughFunctions && told >= kEnoughOfTotal * before_.total) {
    return OneIfNear(WeightedMedian(ratios));
  }
  return ScaleOfTime();
}

std::unordered_map<std::string, OwnChanges::Explanation> OwnChanges::Explain(double scale) {
  std::map<Charged, BeforeAfter> scaled = costs_;
  for (auto& [charged, cost] : scaled) cost.before *= scale;
  std::unordered_map<StringId, double> changes;
  for (const auto& [charged, function] : BlameCallers(scaled)) {
    changes[function] += scaled[charged].change();
  }
  std::unordered_map<std::string, Explanation> explained;
  for (const auto& [function, change] : changes) {
    const double weight = (code_.IsOwn(function) ? 1 : kNotOwn) * (change < 0 ? kFalling : 1);
    explained[std::string(code_.text(function))] = {change, change * weight};
  }
  return explained;
}

}  // namespace burnglass
