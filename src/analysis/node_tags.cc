#include "analysis/node_tags.h"

#include <algorithm>

#include "analysis/stack_costs.h"
#include "base/units.h"

namespace burnglass {

NodeTagger::NodeTagger(const Selection& selection, std::string_view unit, Graph& graph)
    : selection_(selection), unit_(unit), graph_(graph), seen_(graph.nodes.size()) {
  graph_.tags.resize(graph.nodes.size());
}

void NodeTagger::Begin(std::size_t sample) {
  const Profile& profile = *selection_.profile;
  sample_ = sample;
  cost_ = CostOf(selection_, sample);
  labels_.clear();
  numbers_.clear();
  std::vector<std::string> texts;
  for (const Label& label : profile.labels(sample)) {
    const std::string key(profile.text(label.key));
    if (!selection_.Sees(label) || key == "pprof::base") continue;
    if (!label.numeric) {
      texts.push_back(key + ":" + std::string(profile.text(label.str)));
    } else if (key == "bytes") {
      const std::string& unit = selection_.label_units.at(label.key);
      numbers_.push_back({ScaledLabel(label.num, unit, unit_), unit, label.num});
    }
  }
  std::sort(texts.begin(), texts.end());
  for (const std::string& text : texts) labels_ += (labels_.empty() ? "" : "\\n") + text;
}

void NodeTagger::AddCum(std::uint32_t node) {
  if (seen_[node] == sample_ + 1) return;
  seen_[node] = sample_ + 1;
  Add(node, &NodeTag::cum);
}

void NodeTagger::AddFlat(std::uint32_t node) { Add(node, &NodeTag::flat); }

void NodeTagger::Add(std::uint32_t node, Cost NodeTag::*side) {
  NodeTags& tags = graph_.tags[node];
  if (!labels_.empty()) (tags.labels[labels_].*side).Add(cost_);
  if (numbers_.empty()) return;
  NodeTagMap& numbers = tags.numbers[labels_];
  for (const Number& number : numbers_) {
    const auto [place, is_new] = numbers.try_emplace(number.text);
    if (is_new) place->second = {number.unit, number.number, {}, {}};
    (place->second.*side).Add(cost_);
  }
}

}  // namespace burnglass
