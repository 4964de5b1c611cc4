#include "analysis/node_tags.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "analysis/stack_costs.h"
#include "base/checked_sum.h"
#include "base/units.h"

namespace burnglass {

NodeTagger::NodeTagger(const Selection& selection, std::string_view unit, std::int64_t least,
                       std::size_t nodes)
    : selection_(selection),
      unit_(unit),
      least_(least),
      sums_(nodes),
      text_sums_(nodes),
      tags_(nodes) {
  FindSets();
  SortSets();
}

// Numbers the sets of labels; samples that are not to be added have none.
void NodeTagger::FindSets() {
  std::unordered_map<std::string, std::uint32_t> number_of;  // by the labels as bytes
  std::string bytes;
  const auto append = [&](const auto& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
  };
  const Profile& profile = *selection_.profile;
  set_of_.assign(profile.sample_count(), kNone);
  for (std::size_t sample = 0; sample < set_of_.size(); ++sample) {
    if (selection_.stacks->leaf[sample] == kNone || CostOf(selection_, sample) == Cost{}) continue;
    bytes.clear();
    for (const Label& label : profile.labels(sample)) {
      append(label.key);
      append(label.numeric);
      label.numeric ? append(label.num) : append(label.str);
    }
    const auto next = static_cast<std::uint32_t>(labels_.size());
    const auto [known, is_new] = number_of.try_emplace(bytes, next);
    if (is_new) labels_.push_back(Read(sample));
    const Labels& labels = labels_[known->second];
    if (!labels.text.empty() || !labels.numbers.empty()) set_of_[sample] = known->second;
  }
}

void NodeTagger::SortSets() {
  std::vector<std::uint32_t> order(labels_.size()), begin(labels_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return labels_[a].text < labels_[b].text;
  });
  std::vector<std::uint32_t> count(labels_.size());
  for (const std::uint32_t set : set_of_) {
    if (set != kNone) ++count[set];
  }
  std::uint32_t all = 0;
  for (const std::uint32_t set : order) begin[set] = std::exchange(all, all + count[set]);
  samples_.resize(all);
  for (std::uint32_t sample = 0; sample < set_of_.size(); ++sample) {
    if (set_of_[sample] != kNone) samples_[begin[set_of_[sample]]++] = sample;
  }
}

NodeTagger::Labels NodeTagger::Read(std::size_t sample) const {
  const Profile& profile = *selection_.profile;
  Labels labels;
  // How often each is there: a sample may have one of them a million times.
  std::map<std::pair<StringId, StringId>, std::size_t> times;
  auto last = times.end();
  for (const Label& label : profile.labels(sample)) {
    const std::string_view key = profile.text(label.key);
    if (!selection_.Sees(label) || key == "pprof::base") continue;
    if (!label.numeric) {
      const std::pair pair(label.key, label.str);
      if (last == times.end() || last->first != pair) last = times.try_emplace(pair, 0).first;
      ++last->second;
    } else if (key == "bytes") {
      const std::string& unit = selection_.label_units.at(label.key);
      labels.numbers.push_back({ScaledLabel(label.num, unit, unit_), unit, label.num});
    }
  }
  std::vector<std::pair<std::string, std::size_t>> texts;
  for (const auto& [pair, count] : times) {
    const auto& [key, value] = pair;
    texts.emplace_back(std::string(profile.text(key)).append(":").append(profile.text(value)),
                       count);
  }
  std::sort(texts.begin(), texts.end());
  for (const auto& [text, count] : texts) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!labels.text.empty()) labels.text += "\\n";
      labels.text += text;
    }
  }
  return labels;
}

void NodeTagger::Begin(std::uint32_t sample) {
  const std::uint32_t set = set_of_[sample];
  if (set != now_) {
    EndSet();
    if (now_ != kNone && labels_[now_].text != labels_[set].text) EndText();
    now_ = set;
  }
  sample_ = sample;
  cost_ = CostOf(selection_, sample);
}

NodeTagger::Sums& NodeTagger::SumsOf(std::uint32_t node) {
  Sums& sums = sums_[node];
  if (!sums.touched) {
    touched_.push_back(node);
    sums = {{}, {}, sample_, kNone, true};
  }
  return sums;
}

void NodeTagger::AddCum(std::uint32_t node) {
  Sums& sums = SumsOf(node);
  if (sums.sample == sample_) return;
  sums.sample = sample_;
  sums.cum.Add(cost_);
}

void NodeTagger::AddFlat(std::uint32_t node) { SumsOf(node).flat.Add(cost_); }

void NodeTagger::EndSet() {
  for (const std::uint32_t node : touched_) {
    Sums& sums = sums_[node];
    Sums& of_text = text_sums_[node];
    if (!of_text.touched) text_touched_.push_back(node);
    of_text.touched = true;
    of_text.flat.Add(sums.flat);
    of_text.cum.Add(sums.cum);
    if (!labels_[now_].numbers.empty()) entries_.push_back({node, now_, sums});
    sums.touched = false;
  }
  touched_.clear();
}

void NodeTagger::EndText() {
  const std::string& text = labels_[now_].text;
  for (const std::uint32_t node : text_touched_) {
    const Sums sums = std::exchange(text_sums_[node], {});
    if (text.empty()) continue;
    if (Magnitude(sums.flat.sum) < least_ && Magnitude(sums.cum.sum) < least_) continue;
    NodeTag& tag = tags_[node].labels[text];
    tag.flat = sums.flat;
    tag.cum = sums.cum;
  }
  text_touched_.clear();
}

void NodeTagger::AddNumbers(const Entry& entry) {
  NodeTagMap& numbers = tags_[entry.node].numbers[labels_[entry.set].text];
  for (const Number& number : labels_[entry.set].numbers) {
    const auto [place, is_new] = numbers.try_emplace(number.text);
    if (is_new) place->second = {number.unit, number.number, {}, {}};
    place->second.flat.Add(entry.sums.flat);
    place->second.cum.Add(entry.sums.cum);
  }
}

std::vector<NodeTags> NodeTagger::Take() {
  EndSet();
  if (now_ != kNone) EndText();
  // What is written alike is told by the number that came first.
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.sums.first < b.sums.first; });
  for (const Entry& entry : entries_) AddNumbers(entry);
  return std::move(tags_);
}

}  // namespace burnglass
