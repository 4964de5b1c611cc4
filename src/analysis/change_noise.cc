#include "analysis/change_noise.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "analysis/chance.h"
#include "analysis/event_size.h"
#include "base/hash.h"

namespace burnglass {
namespace {

// In at most so many comparisons of two like profiles anything is called a change: by the signs of
// the program's own functions or of others, by the events of own ones or of others.
constexpr double kBySigns = 0.001, kByEvents = 0.004;

// Line numbers of a location, and what stands for it where it has none.
std::uint64_t LinesKey(const Selection& selection, std::uint32_t location, std::uint64_t key) {
  const ProfileData& data = selection.profile->data();
  for (const std::uint32_t line : selection.lines->of(location)) {
    key = HashNumber(key ^ static_cast<std::uint64_t>(data.lines[line].line));
  }
  return key;
}

// What every path of the tree has for its functions and lines. Parents come before their children.
std::vector<std::uint64_t> KeysOf(const Selection& selection, const FrameTable& frames,
                                  const std::vector<std::uint32_t>& numbers) {
  const LocationTree& tree = *selection.stacks;
  std::vector<std::uint64_t> keys(tree.size(), 1);
  for (std::uint32_t node = 1; node < tree.size(); ++node) {
    std::uint64_t key = keys[tree.parent[node]];
    for (const std::uint32_t frame : frames.of(tree.location[node])) {
      key = HashNumber(key * 31 + numbers[frame]);
    }
    keys[node] = LinesKey(selection, tree.location[node], key);
  }
  return keys;
}

// Numbers that the same odds are for.
class Family {
 public:
  // Numbers that are sums of the same stacks are one.
  void Add(const ChanceSum& sum, const ChanceBound& signs, const ChanceBound& events) {
    if (!seen_.insert(sum.key()).second) return;
    signs_.push_back(signs.Reach());
    if (sum.counted()) events_.push_back(events.Reach());
  }
  void Close() {
    by_signs_ = LogOdds(std::move(signs_), kBySigns);
    by_events_ = LogOdds(std::move(events_), kByEvents);
  }
  double Bound(const ChanceSum& sum, const ChanceBound& signs, const ChanceBound& events) const {
    const double bound = signs.At(by_signs_);
    return sum.counted() ? std::min(bound, events.At(by_events_)) : bound;
  }

 private:
  std::unordered_set<std::uint64_t> seen_;
  std::vector<double> signs_, events_;
  double by_signs_ = 0, by_events_ = 0;
};

}  // namespace

// What is known of one function.
struct ChangeNoise::Numbers {
  ChanceSum flat, cum;
  double correlation = 1;

  ChanceBound Events(const ChanceSum& sum, double p) const { return sum.Events(p, correlation); }
};

// Goes through the tree of a side from node to node. What lies at and below a node is added up when
// it is left, and counts for a function where that is not on the way to the root as well.
class ChangeNoise::Tally {
 public:
  Tally(const ChangeNoise& noise, double p, std::vector<Numbers>& functions, ChanceSum& all)
      : noise_(noise),
        p_(p),
        functions_(functions),
        all_(all),
        times_on_path_(noise.names_.size()) {}

  void Add(const Side& side) {
    const auto nodes = static_cast<std::uint32_t>(side.tree->size());
    for (std::uint32_t node = 1; node < nodes; ++node) {
      LeaveUntil(side, node);
      for (const std::uint32_t frame : side.FramesOf(node)) ++times_on_path_[side.numbers[frame]];
      path_.push_back({node, {}});
      const std::uint32_t number = side.stacks[node];
      if (number == kNone || number < side.first) continue;
      if (noise_.stacks_[number].node == node)
        AddStack(number, side.numbers[side.FramesOf(node)[0]]);
    }
    LeaveUntil(side, nodes);
  }

 private:
  struct Open {
    std::uint32_t node = 0;
    ChanceSum sum;
  };

  void AddStack(std::uint32_t number, std::uint32_t leaf) {
    const Stack& stack = noise_.stacks_[number];
    const ChanceStack part{stack.after - p_ * (stack.before + stack.after), stack.size,
                           stack.counted ? stack.size / stack.events : 0,
                           HashNumber(noise_.keys_.key(number))};
    path_.back().sum.Add(part, p_);
    functions_[leaf].flat.Add(part, p_);
  }

  void LeaveUntil(const Side& side, std::uint32_t node) {
    while (!path_.empty() && side.tree->end[path_.back().node] <= node) {
      const Open left = path_.back();
      path_.pop_back();
      for (const std::uint32_t frame : side.FramesOf(left.node)) {
        const std::uint32_t function = side.numbers[frame];
        if (--times_on_path_[function] == 0) functions_[function].cum.Add(left.sum);
      }
      (path_.empty() ? all_ : path_.back().sum).Add(left.sum);
    }
  }

  const ChangeNoise& noise_;
  const double p_;
  std::vector<Numbers>& functions_;
  ChanceSum& all_;
  std::vector<std::uint32_t> times_on_path_;  // by function
  std::vector<Open> path_;
};

std::uint32_t ChangeNoise::NumberOf(std::string name) {
  const auto [it, added] = number_of_.try_emplace(name, names_.size());
  if (added) names_.push_back(std::move(name));
  return it->second;
}

// The stack with this key; a new one, which ends at the node, where there is none.
std::uint32_t ChangeNoise::StackOf(std::uint64_t key, std::uint32_t node) {
  const std::uint32_t number = keys_.FindOrAdd(key);
  if (number == stacks_.size()) stacks_.push_back({.node = node});
  return number;
}

void ChangeNoise::AddSide(const Selection& selection, const FrameTable& frames, bool after) {
  const LocationTree& tree = *selection.stacks;
  Side& side = sides_.emplace_back();
  side.tree = &tree;
  side.frames = &frames;
  side.first = static_cast<std::uint32_t>(stacks_.size());
  for (std::uint32_t node = 0; node < frames.infos().size(); ++node) {
    side.numbers.push_back(NumberOf(frames.PrintableName(node)));
  }
  side.stacks.assign(tree.size(), kNone);
  stacks_.reserve(stacks_.size() + std::min(tree.leaf.size(), tree.size()));
  const EventSize size(selection);
  const std::vector<std::uint64_t> keys = KeysOf(selection, frames, side.numbers);
  for (std::size_t i = 0; i < tree.leaf.size(); ++i) {
    const std::uint32_t leaf = tree.leaf[i];
    if (leaf == kNone || leaf == 0 || selection.values()[i] == 0) continue;
    if (side.stacks[leaf] == kNone) side.stacks[leaf] = StackOf(keys[leaf], leaf);
    Stack& stack = stacks_[side.stacks[leaf]];
    const auto value = static_cast<double>(selection.values()[i]);
    const double event = size.of(i);
    (after ? stack.after : stack.before) += value;
    stack.size += std::abs(value);
    stack.events += event > 0 ? std::abs(value) / event : 0;
    stack.counted = stack.counted && event > 0;
  }
}

std::unordered_map<std::string, ChangeNoise::Bounds> ChangeNoise::Find(
    double scale, double scale_after, const std::function<bool(const std::string&)>& is_own) const {
  const double ratio = scale / scale_after, p = ratio / (1 + ratio);
  std::vector<Numbers> functions(names_.size());
  ChanceSum all;
  Tally tally(*this, p, functions, all);
  for (const Side& side : sides_) tally.Add(side);
  Family own, others;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    Numbers& one = functions[i];
    one.correlation = all.CorrelationWithout(one.cum);
    Family& family = is_own(names_[i]) ? own : others;
    for (const ChanceSum* sum : {&one.flat, &one.cum}) {
      family.Add(*sum, sum->Signs(), one.Events(*sum, p));
    }
  }
  own.Close(), others.Close();
  std::unordered_map<std::string, Bounds> bounds;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const Numbers& one = functions[i];
    const Family& family = is_own(names_[i]) ? own : others;
    const auto bound = [&](const ChanceSum& sum) {
      return scale_after * (1 + ratio) * family.Bound(sum, sum.Signs(), one.Events(sum, p));
    };
    bounds[names_[i]] = {bound(one.flat), bound(one.cum)};
  }
  return bounds;
}

}  // namespace burnglass
