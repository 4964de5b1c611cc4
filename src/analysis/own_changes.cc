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

Charged OwnChanges::ChargedOf(const Selection& selection, const FrameTable& frames,
                              std::uint32_t leaf, const std::vector<StringId>& names) {
  const LocationTree& tree = *selection.stacks;
  stack_.clear();
  for (std::uint32_t at = leaf; at != 0; at = tree.parent[at]) {
    for (const std::uint32_t frame : frames.of(tree.location[at])) {
      stack_.push_back({names[frame], 0});
    }
  }
  return stack_.empty() ? Charged{} : Charge(code_, stack_).charged;
}

void OwnChanges::AddSide(const Selection& selection, const FrameTable& frames, bool after,
                         double scale) {
  std::vector<StringId> names;  // by node
  for (std::uint32_t node = 0; node < frames.infos().size(); ++node) {
    names.push_back(code_.Number(frames.PrintableName(node)));
  }
  std::unordered_map<std::uint32_t, Charged> of_leaf;
  const EventSize size(selection);
  Side& side = after ? after_ : before_;
  side.seconds += static_cast<double>(selection.profile->data().duration_nanos) / 1e9;
  for (std::size_t i = 0; i < selection.stacks->leaf.size(); ++i) {
    const std::uint32_t leaf = selection.stacks->leaf[i];
    const double value = scale * static_cast<double>(selection.values()[i]);
    if (leaf == kNone || leaf == 0 || value == 0) continue;
    const double event = size.of(i);
    const auto [it, added] = of_leaf.try_emplace(leaf);
    if (added) it->second = ChargedOf(selection, frames, leaf, names);
    BeforeAfter& cost = costs_[it->second];
    (after ? cost.after : cost.before) += value;
    side.total += value;
    side.events += event > 0 ? std::abs(value) / (scale * event) : 0;
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
