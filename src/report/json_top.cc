// answer('top'): the rows of `pprof -top`, with their numbers exact and as pprof writes them.
#include "analysis/top_table.h"
#include "base/json_writer.h"
#include "base/units.h"
#include "report/json_answers.h"
#include "report/report_unit.h"

namespace burnglass {
namespace {

double Percent(std::int64_t value, std::int64_t total) {
  return total == 0 ? 0 : 100.0 * static_cast<double>(value) / static_cast<double>(total);
}

struct TopWriter {
  const Selection& selection;
  const NameTable& names;
  const std::string unit;
  JsonWriter& json;

  void Cost(std::string_view name, std::int64_t value) {
    const std::string key(name);
    json.Key(key).Int64(value);
    json.Key(key + "Text").Text(ScaledLabel(value, selection.unit(), unit));
    json.Key(key + "Percent").Number(Percent(value, selection.total));
  }

  void Row(const TopRow& row, std::int64_t sum) {
    const NameId name = row.node + 1;  // as NameTable numbers the nodes
    json.BeginObject().Key("name").Text(names.text(name)).Key("file").Text(names.file(name));
    json.Key("line").Count(names.line(name));
    Cost("flat", row.flat);
    json.Key("sumPercent").Number(Percent(sum, selection.total));
    Cost("cum", row.cum);
    json.Key("inlined").Bool(row.inlined == InlineMark::kAlways);
    json.Key("partlyInlined").Bool(row.inlined == InlineMark::kPartial).EndObject();
  }
};

}  // namespace

std::string TopJson(const Selection& selection, const NameTable& names,
                    const TopJsonOptions& options) {
  TopOptions trimming;
  if (options.all) trimming.node_fraction = trimming.edge_fraction = 0;
  // The limit cuts the list here and not in the table, so that it does not change the unit.
  const TopTable table = BuildTopTable(selection, names.nodes(), trimming);

  JsonWriter json;
  TopWriter writer{selection, names, ReportUnit(selection, table), json};
  json.BeginObject().Key("sampleType").BeginObject().Key("type").Text(selection.type());
  json.Key("unit").Text(selection.unit()).EndObject();
  json.Key("total").Int64(selection.total);
  json.Key("totalText").Text(ScaledLabel(selection.total, selection.unit(), writer.unit));
  json.Key("rowCount").Count(table.rows.size()).Key("rows").BeginArray();
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (options.limit != 0 && i == options.limit) break;
    sum += table.rows[i].flat;
    writer.Row(table.rows[i], sum);
  }
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
