// Answers about labels: their values by cost, and one key's values by function.
#include <algorithm>

#include "analysis/label_costs.h"
#include "analysis/label_filter_text.h"
#include "analysis/label_matrix.h"
#include "base/checked_sum.h"
#include "base/stable_sort.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/text_column.h"

namespace burnglass {
namespace {

// What no screen shows at once is told as a sum.
constexpr std::size_t kMostKeys = 200, kMostValues = 1000;
constexpr std::size_t kMostColumns = 12, kMostRows = 60;

// The columns of LabelsAnswer (proto/engine.proto).
struct LabelColumns {
  TextColumn keys, key_filters, values, filters;
  std::vector<std::int64_t> key_cost, key_without, key_rest, value_cost;
  std::vector<std::uint32_t> key_values, value_begin = {0};
  std::vector<std::uint8_t> key_all;

  void Add(const LabelKeyCosts& costs, const LabelIndex::Key& key) {
    keys.Add(RepairUtf8(costs.key));
    key_filters.Add(LabelFilterText(key));
    key_cost.push_back(costs.cost);
    key_without.push_back(costs.without);
    key_all.push_back(costs.all ? 1 : 0);
    key_values.push_back(static_cast<std::uint32_t>(costs.values.size()));
    std::int64_t rest = 0;
    for (std::size_t i = 0; i < costs.values.size(); ++i) {
      const LabelValueCost& value = costs.values[i];
      if (i >= kMostValues) {
        rest = WrappingAdd(rest, value.cost);
        continue;
      }
      values.Add(RepairUtf8(value.text));
      value_cost.push_back(value.cost);
      filters.Add(LabelFilterText(key, key.values[value.number]));
    }
    key_rest.push_back(rest);
    value_begin.push_back(static_cast<std::uint32_t>(value_cost.size()));
  }

  void AddTo(MessageWriter& writer) const {
    AddText(writer, "key_offset", "key_text", keys);
    AddText(writer, "key_filter_offset", "key_filter_text", key_filters);
    writer.Add("key_cost", key_cost);
    writer.Add("key_without", key_without);
    writer.Add("key_all", key_all);
    writer.Add("key_values", key_values);
    writer.Add("key_rest", key_rest);
    writer.Add("value_begin", value_begin);
    AddText(writer, "value_offset", "value_text", values);
    writer.Add("value_cost", value_cost);
    AddText(writer, "filter_offset", "filter_text", filters);
  }
};

// How a query has numbers written: in this unit, or each in its own.
std::string UnitOf(const std::string& query) {
  const Result<Query> parsed = ParseQuery(query);
  return parsed ? parsed->unit : Query().unit;
}

// The rows of the top table that a matrix has, by magnitude of flat or of cum.
std::vector<NameId> RowsOf(const Answered& answered, const NameTable& names, bool cum) {
  std::vector<RowCost> costs = answered.Rows(names);
  std::erase_if(costs, [&](const RowCost& row) { return (cum ? row.cum : row.flat) == 0; });
  if (cum) {
    StableSort(costs, [&](const RowCost& a, const RowCost& b) {
      const std::int64_t a_cum = Magnitude(a.cum), b_cum = Magnitude(b.cum);
      return a_cum != b_cum ? a_cum > b_cum : names.rank(a.row) < names.rank(b.row);
    });
  }
  std::vector<NameId> rows;
  for (const RowCost& row : costs) rows.push_back(row.row);
  return rows;
}

Bytes WriteMatrix(pb::Header header, const LabelKeyCosts& key, const LabelMatrixOptions& options,
                  const LabelMatrix& matrix) {
  TextColumn columns;
  for (std::size_t i = 0; i < options.values.size(); ++i) {
    columns.Add(RepairUtf8(key.values[i].text));
  }
  if (options.without) columns.Add("");
  MessageWriter writer(std::move(header));
  writer.Add("name", options.rows);
  AddText(writer, "column_offset", "column_text", columns);
  writer.Add("column_cost", matrix.costs);
  writer.Add("cell", matrix.cells);
  return writer.Finish();
}

}  // namespace

Bytes AnswerLabels(const pb::Header& question, const Answered& answered, const OpenProfile& open) {
  const Result<Selection> selection = open.StacksOf(answered);
  if (!selection) return Refuse(question, selection.error().message);
  LabelIndex index(*selection, UnitOf(answered.query));
  const std::vector<LabelKeyCosts> keys = SumLabels(*selection, index);
  pb::Header header = HeaderFor(question);
  pb::LabelsAnswer& answer = *header.mutable_labels_answer();
  answer.set_query(answered.text());
  answer.set_total(selection->total);
  answer.set_keys(static_cast<std::uint32_t>(keys.size()));
  LabelColumns columns;
  for (std::size_t i = 0; i < std::min(keys.size(), kMostKeys); ++i) {
    columns.Add(keys[i], index.keys()[keys[i].number]);
  }
  MessageWriter writer(std::move(header));
  columns.AddTo(writer);
  return writer.Finish();
}

Bytes AnswerMatrix(const pb::Header& question, const Answered& answered, const OpenProfile& open) {
  const pb::MatrixQuestion& asked = question.matrix_question();
  const Result<Selection> selection = open.StacksOf(answered);
  if (!selection) return Refuse(question, selection.error().message);
  LabelIndex index(*selection, UnitOf(answered.query));
  const std::vector<LabelKeyCosts> keys = SumLabels(*selection, index);
  const auto key = std::find_if(keys.begin(), keys.end(), [&](const LabelKeyCosts& one) {
    return RepairUtf8(one.key) == asked.key();
  });
  if (key == keys.end()) {
    return RefuseKey(question, asked.key());
  }
  LabelMatrixOptions options{.cum = asked.cum(), .without = !key->all};
  options.rows = RowsOf(answered, open.names(), asked.cum());
  pb::Header header = HeaderFor(question);
  pb::MatrixAnswer& answer = *header.mutable_matrix_answer();
  answer.set_query(answered.text());
  answer.set_key(asked.key());
  answer.set_cum(asked.cum());
  answer.set_total(selection->total);
  answer.set_without(options.without);
  answer.set_rows(static_cast<std::uint32_t>(options.rows.size()));
  answer.set_values(static_cast<std::uint32_t>(key->values.size()));
  options.rows.resize(std::min(options.rows.size(), kMostRows));
  for (std::size_t i = 0; i < std::min(key->values.size(), kMostColumns); ++i) {
    options.values.push_back(key->values[i].number);
  }
  const LabelMatrix matrix =
      SumLabelMatrix(*selection, open.names(), index, key->number, options, answered.frames.get());
  return WriteMatrix(std::move(header), *key, options, matrix);
}

}  // namespace burnglass
