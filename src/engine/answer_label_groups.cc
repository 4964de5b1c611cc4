// The answer to a GroupsQuestion by label: the values of one key.
#include <algorithm>

#include "analysis/label_costs.h"
#include "analysis/label_filter_text.h"
#include "analysis/label_rows.h"
#include "base/checked_sum.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/text_column.h"

namespace burnglass {
namespace {

constexpr std::size_t kMostValues = 1000;

struct LabelGroups {
  TextColumn texts, filters;
  std::vector<std::uint32_t> functions;
  std::vector<std::int64_t> cost;

  void Add(const std::string& text, const std::string& filter, std::uint32_t count,
           std::int64_t costs) {
    texts.Add(RepairUtf8(text));
    filters.Add(filter);
    functions.push_back(count);
    cost.push_back(costs);
  }
};

// As the values stand: the largest first; else by their texts, and either turned round.
std::vector<LabelValueCost> Sorted(std::vector<LabelValueCost> values,
                                   const pb::GroupsQuestion& asked) {
  const bool by_name = asked.sort() == pb::TopQuestion::NAME;
  if (by_name) {
    std::sort(values.begin(), values.end(),
              [](const auto& a, const auto& b) { return a.text < b.text; });
  }
  if (asked.ascending() != by_name) std::reverse(values.begin(), values.end());
  return values;
}

void AddKey(const LabelKeyCosts& key, const LabelRows& rows, const LabelIndex::Key& known,
            const pb::GroupsQuestion& asked, LabelGroups& groups) {
  std::vector<LabelValueCost> values = key.values;
  std::int64_t rest = 0;
  for (std::size_t i = kMostValues; i < values.size(); ++i)
    rest = WrappingAdd(rest, values[i].cost);
  const std::size_t left_out = values.size() - std::min(values.size(), kMostValues);
  values.resize(values.size() - left_out);
  for (const LabelValueCost& value : Sorted(std::move(values), asked)) {
    groups.Add(value.text, LabelFilterText(known, known.values[value.number]),
               rows.functions[value.number], value.cost);
  }
  if (left_out != 0) groups.Add("(" + std::to_string(left_out) + " smaller values)", "", 0, rest);
  if (!key.all) groups.Add("", LabelFilterText(known), rows.functions_without, key.without);
}

}  // namespace

Bytes AnswerLabelGroups(const pb::Header& question, const Answered& answered,
                        const OpenProfile& open) {
  const pb::GroupsQuestion& asked = question.groups_question();
  const Result<Selection> selection = open.StacksOf(answered);
  if (!selection) return Refuse(question, selection.error().message);
  const Result<Query> query = ParseQuery(answered.query);
  LabelIndex index(*selection, query ? query->unit : Query().unit);
  const std::vector<LabelKeyCosts> keys = SumLabels(*selection, index);
  const auto key = std::find_if(keys.begin(), keys.end(), [&](const LabelKeyCosts& one) {
    return RepairUtf8(one.key) == asked.key();
  });
  if (key == keys.end()) {
    return RefuseKey(question, asked.key());
  }
  const NameFrames frames = answered.frames
                                ? *answered.frames
                                : open.names().FramesOf(*selection->profile, *selection->lines);
  const LabelRows rows = CountLabelRows(*selection, open.names(), frames, index, key->number);
  LabelGroups groups;
  AddKey(*key, rows, index.keys()[key->number], asked, groups);
  pb::Header header = HeaderFor(question);
  pb::GroupsAnswer& answer = *header.mutable_groups_answer();
  answer.set_query(answered.text());
  answer.set_total(selection->total);
  answer.set_without(!key->all);
  answer.set_two_values(rows.several);
  MessageWriter writer(std::move(header));
  AddText(writer, "text_offset", "text", groups.texts);
  AddText(writer, "filter_offset", "filter_text", groups.filters);
  writer.Add("functions", groups.functions);
  writer.Add("flat", groups.cost);
  writer.Add("cum", groups.cost);
  return writer.Finish();
}

}  // namespace burnglass
