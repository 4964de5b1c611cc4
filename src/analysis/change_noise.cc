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

// What is known of one function.
struct Numbers {
  ChanceSum flat, cum;
  double correlation = 1;

  ChanceBound Events(const ChanceSum& sum, double p) const { return sum.Events(p, correlation); }
};

}  // namespace

std::uint32_t ChangeNoise::NumberOf(std::string name) {
  const auto [it, added] = number_of_.try_emplace(name, names_.size());
  if (added) names_.push_back(std::move(name));
  return it->second;
}

void ChangeNoise::Describe(Stack& stack, const LocationTree& tree, std::uint32_t leaf,
                           const FrameTable& frames, const std::vector<std::uint32_t>& numbers) {
  stack.leaf = numbers[frames.of(tree.location[leaf])[0]];
  std::vector<std::uint32_t>& functions = stack.functions;
  for (std::uint32_t at = leaf; at != 0; at = tree.parent[at]) {
    for (const std::uint32_t frame : frames.of(tree.location[at])) {
      functions.push_back(numbers[frame]);
    }
  }
  std::sort(functions.begin(), functions.end());
  functions.erase(std::unique(functions.begin(), functions.end()), functions.end());
}

void ChangeNoise::AddSide(const Selection& selection, const FrameTable& frames, bool after) {
  std::vector<std::uint32_t> numbers;  // by node
  for (std::uint32_t node = 0; node < frames.infos().size(); ++node) {
    numbers.push_back(NumberOf(frames.PrintableName(node)));
  }
  const LocationTree& tree = *selection.stacks;
  const EventSize size(selection);
  const std::vector<std::uint64_t> keys = KeysOf(selection, frames, numbers);
  for (std::size_t i = 0; i < tree.leaf.size(); ++i) {
    const std::uint32_t leaf = tree.leaf[i];
    if (leaf == kNone || leaf == 0 || selection.values()[i] == 0) continue;
    const auto [it, added] = stacks_.try_emplace(keys[leaf]);
    Stack& stack = it->second;
    if (added) Describe(stack, tree, leaf, frames, numbers);
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
  for (const auto& [key, stack] : stacks_) {
    const ChanceStack part{stack.after - p * (stack.before + stack.after), stack.size,
                           stack.counted ? stack.size / stack.events : 0, HashNumber(key)};
    all.Add(part, p);
    functions[stack.leaf].flat.Add(part, p);
    for (const std::uint32_t function : stack.functions) functions[function].cum.Add(part, p);
  }
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
