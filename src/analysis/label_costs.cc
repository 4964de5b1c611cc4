#include "analysis/label_costs.h"

#include <algorithm>

#include "base/checked_sum.h"
#include "base/stable_sort.h"

namespace burnglass {
namespace {

class Summer {
 public:
  Summer(const Selection& selection, LabelIndex& index) : selection_(selection), index_(index) {}

  std::vector<LabelKeyCosts> Sum() {
    for (std::size_t i = 0; i < selection_.values().size(); ++i) {
      if (selection_.stacks->leaf[i] != kNone) AddSample(i);
    }
    for (std::uint32_t i = 0; i < keys_.size(); ++i) Finish(i);
    StableSort(keys_, [](const LabelKeyCosts& a, const LabelKeyCosts& b) { return a.key < b.key; });
    return std::move(keys_);
  }

 private:
  void AddSample(std::size_t sample) {
    const std::int64_t value = selection_.values()[sample];
    all_ = WrappingAdd(all_, value);
    ++samples_;
    for (const Label& label : selection_.profile->labels(sample)) {
      if (selection_.Sees(label)) AddLabel(index_.Of(label), value);
    }
  }

  void AddLabel(LabelIndex::Place place, std::int64_t value) {
    if (place.key >= keys_.size()) {
      keys_.resize(place.key + 1);
      seen_.resize(place.key + 1);
    }
    LabelKeyCosts& key = keys_[place.key];
    if (place.value >= key.values.size()) key.values.resize(place.value + 1);
    std::int64_t& cost = key.values[place.value].cost;
    cost = WrappingAdd(cost, value);
    key.cost = WrappingAdd(key.cost, value);
    Seen& seen = seen_[place.key];
    if (seen.last == samples_) return;
    seen.last = samples_;
    ++seen.samples;
    seen.cost = WrappingAdd(seen.cost, value);
  }

  void Finish(std::uint32_t number) {
    const LabelIndex::Key& known = index_.keys()[number];
    LabelKeyCosts& key = keys_[number];
    key.key = known.text;
    key.number = number;
    key.without = WrappingSubtract(all_, seen_[number].cost);
    key.all = seen_[number].samples == samples_;
    for (std::uint32_t i = 0; i < key.values.size(); ++i) {
      key.values[i].text = known.values[i].text;
      key.values[i].number = i;
    }
    StableSort(key.values, [](const LabelValueCost& a, const LabelValueCost& b) {
      const std::int64_t a_cost = Magnitude(a.cost), b_cost = Magnitude(b.cost);
      return a_cost != b_cost ? a_cost > b_cost : a.text < b.text;
    });
  }

  // The samples that have a key, each once.
  struct Seen {
    std::uint64_t last = 0, samples = 0;
    std::int64_t cost = 0;
  };

  const Selection& selection_;
  LabelIndex& index_;
  std::vector<LabelKeyCosts> keys_;  // by number
  std::vector<Seen> seen_;
  std::uint64_t samples_ = 0;
  std::int64_t all_ = 0;
};

}  // namespace

std::vector<LabelKeyCosts> SumLabels(const Selection& selection, LabelIndex& index) {
  return Summer(selection, index).Sum();
}

}  // namespace burnglass
