#include "engine/label_colouring.h"

#include <algorithm>

#include "base/checked_sum.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/text_column.h"

namespace burnglass {
namespace {

// More colours cannot be told apart.
constexpr std::size_t kMostColours = 8;

NameFrames FramesOf(const Answered& answered, const Selection& selection, const NameTable& names) {
  return answered.frames ? *answered.frames : names.FramesOf(*selection.profile, *selection.lines);
}

// How a query has numbers written.
std::string UnitOf(const std::string& query) {
  const Result<Query> parsed = ParseQuery(query);
  return parsed ? parsed->unit : Query().unit;
}

}  // namespace

LabelColouring::LabelColouring(std::uint32_t profile, const std::string& key, AnsweredPtr answered,
                               Selection selection, OpenProfile& open)
    : profile_(profile),
      key_(key),
      answered_(std::move(answered)),
      selection_(std::move(selection)),
      frames_(FramesOf(*answered_, selection_, open.names())),
      packages_(answered_->shape.packages ? open.PackageNames() : std::vector<NameId>()),
      index_(selection_, UnitOf(answered_->query)),
      keys_(SumLabels(selection_, index_)) {
  const auto costs = std::find_if(keys_.begin(), keys_.end(), [&](const LabelKeyCosts& one) {
    return RepairUtf8(one.key) == key_;
  });
  if (costs == keys_.end()) return;
  PlanColumns(*costs);
  parts_.emplace(LabelPartsBuilder::Source{selection_, open.names(), frames_, answered_->upright(),
                                           answered_->tree, answered_->shape, &packages_},
                 index_, columns_);
}

void LabelColouring::PlanColumns(const LabelKeyCosts& costs) {
  costs_ = &costs;
  values_ = static_cast<std::uint32_t>(std::min(costs.values.size(), kMostColours));
  const bool others = costs.values.size() > values_;
  columns_.key = costs.number;
  columns_.column_of.assign(costs.values.size(), values_);
  for (std::uint32_t i = 0; i < values_; ++i) columns_.column_of[costs.values[i].number] = i;
  columns_.columns = values_ + (others ? 1 : 0);
  if (!costs.all) columns_.without = columns_.columns++;
}

Bytes LabelColouring::Answer(const pb::Header& question) {
  if (!costs_) return RefuseKey(question, key_);
  const auto others = static_cast<std::uint32_t>(costs_->values.size()) - values_;
  pb::Header header = HeaderFor(question);
  pb::LabelColoursAnswer& answer = *header.mutable_label_colours_answer();
  answer.set_query(answered_->text());
  answer.set_key(key_);
  answer.set_others(others);
  answer.set_without(columns_.without.has_value());
  TextColumn texts;
  std::vector<std::int64_t> cost;
  std::int64_t rest = 0;
  for (std::size_t i = 0; i < costs_->values.size(); ++i) {
    const LabelValueCost& value = costs_->values[i];
    if (i >= values_) {
      rest = WrappingAdd(rest, value.cost);
      continue;
    }
    texts.Add(RepairUtf8(value.text));
    cost.push_back(value.cost);
  }
  if (others != 0) texts.Add(""), cost.push_back(rest);
  if (columns_.without) texts.Add(""), cost.push_back(costs_->without);
  const LargestParts parts = parts_->Take();
  MessageWriter writer(std::move(header));
  AddText(writer, "value_offset", "value_text", texts);
  writer.Add("value_cost", cost);
  writer.Add("value", parts.column);
  writer.Add("share", parts.share);
  return writer.Finish();
}

}  // namespace burnglass
