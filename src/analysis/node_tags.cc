#include "analysis/node_tags.h"

#include <algorithm>

#include "analysis/stack_costs.h"
#include "base/units.h"

namespace burnglass {

NodeTagger::NodeTagger(const Selection& selection, std::string_view unit)
    : selection_(selection), unit_(unit) {}

bool NodeTagger::Begin(std::size_t sample) {
  now_ = Find(sample);
  const Labels& labels = labels_[now_];
  if (labels.text.empty() && labels.numbers.empty()) return false;
  sample_ = sample;
  cost_ = CostOf(selection_, sample);
  return true;
}

std::uint32_t NodeTagger::Find(std::size_t sample) {
  bytes_.clear();
  for (const Label& label : selection_.profile->labels(sample)) {
    const auto append = [&](const auto& value) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
    };
    append(label.key);
    append(label.numeric);
    if (label.numeric) {
      append(label.num);
    } else {
      append(label.str);
    }
  }
  const auto [known, is_new] =
      number_of_.try_emplace(bytes_, static_cast<std::uint32_t>(labels_.size()));
  if (is_new) labels_.push_back(Read(sample));
  return known->second;
}

NodeTagger::Labels NodeTagger::Read(std::size_t sample) const {
  const Profile& profile = *selection_.profile;
  Labels labels;
  std::vector<std::string> texts;
  for (const Label& label : profile.labels(sample)) {
    const std::string key(profile.text(label.key));
    if (!selection_.Sees(label) || key == "pprof::base") continue;
    if (!label.numeric) {
      texts.push_back(key + ":" + std::string(profile.text(label.str)));
    } else if (key == "bytes") {
      const std::string& unit = selection_.label_units.at(label.key);
      labels.numbers.push_back({ScaledLabel(label.num, unit, unit_), unit, label.num});
    }
  }
  std::sort(texts.begin(), texts.end());
  for (const std::string& text : texts) labels.text += (labels.text.empty() ? "" : "\\n") + text;
  return labels;
}

NodeTagger::Sums& NodeTagger::SumsOf(std::uint32_t node) {
  const std::uint32_t pair = pairs_.FindOrAdd(node, now_);
  if (pair == sums_.size()) sums_.emplace_back();
  return sums_[pair];
}

void NodeTagger::AddCum(std::uint32_t node) {
  Sums& sums = SumsOf(node);
  if (sums.sample == sample_ + 1) return;
  sums.sample = sample_ + 1;
  sums.cum.Add(cost_);
}

void NodeTagger::AddFlat(std::uint32_t node) { SumsOf(node).flat.Add(cost_); }

std::vector<NodeTags> NodeTagger::Take(std::size_t nodes) const {
  std::vector<NodeTags> all(nodes);
  for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
    NodeTags& tags = all[pairs_.first(pair)];
    const Labels& labels = labels_[pairs_.second(pair)];
    const auto add = [&](NodeTag& tag) {
      tag.flat.Add(sums_[pair].flat);
      tag.cum.Add(sums_[pair].cum);
    };
    if (!labels.text.empty()) add(tags.labels[labels.text]);
    if (labels.numbers.empty()) continue;
    NodeTagMap& numbers = tags.numbers[labels.text];
    for (const Number& number : labels.numbers) {
      const auto [place, is_new] = numbers.try_emplace(number.text);
      if (is_new) place->second = {number.unit, number.number, {}, {}};
      add(place->second);
    }
  }
  return all;
}

}  // namespace burnglass
