// answer('top'): the rows of `pprof -top`, with their numbers exact and as pprof writes them.
#include "analysis/sum_error.h"
#include "analysis/trim_graph.h"
#include "base/checked_sum.h"
#include "base/json_writer.h"
#include "report/json_answers.h"
#include "report/report_values.h"
#include "report/row_place.h"

namespace burnglass {
namespace {

double Percent(std::int64_t value, std::int64_t total) {
  return total == 0 ? 0 : 100.0 * static_cast<double>(value) / static_cast<double>(total);
}

struct TopWriter {
  const ReportValues& values;
  const NameTable& names;
  const Query& query;
  const FrameTable& frames;
  const Graph& graph;
  JsonWriter& json;

  void Value(std::string_view name, std::int64_t value) {
    const std::string key(name);
    json.Key(key).Int64(value);
    json.Key(key + "Text").Text(values.Text(value));
    json.Key(key + "Percent").Number(Percent(value, values.total()));
  }

  void Row(const GraphNode& node, std::int64_t sum) {
    const RowPlace place = PlaceOfRow(frames, node.info, query, names);
    json.BeginObject().Key("name").Text(place.name).Key("file").Text(place.file);
    json.Key("line").Count(static_cast<std::uint64_t>(place.line));
    Value("flat", node.flat.value());
    json.Key("sumPercent").Number(Percent(sum, values.total()));
    Value("cum", node.cum.value());
    const InlineMark mark = graph.Inlined(node);
    json.Key("inlined").Bool(mark == InlineMark::kAlways);
    json.Key("partlyInlined").Bool(mark == InlineMark::kPartial).EndObject();
  }
};

}  // namespace

Result<std::string> TopJson(const Selection& selection, const Query& query, const NameTable& names,
                            const TopJsonOptions& options) {
  if (selection.total_overflowed) return SumsDoNotFit(selection);
  TrimOptions trimming = TrimOptionsOf(query);
  trimming.node_count = 0;
  if (options.all) trimming.node_fraction = trimming.edge_fraction = 0;
  // The limit cuts the list here and not in the graph, so that it does not change the unit.
  const FrameTable frames(*selection.profile, *selection.lines, FrameOptionsOf(query));
  trimming.edges = frames.HasInlining();
  const TrimmedGraph trimmed = BuildTrimmedGraph(selection, frames, trimming);
  const Graph& graph = trimmed.graph;
  ReportValues values(selection, query);
  values.ChooseUnit(graph);

  JsonWriter json;
  TopWriter writer{values, names, query, frames, graph, json};
  json.BeginObject().Key("sampleType").BeginObject().Key("type").Text(selection.type());
  json.Key("unit").Text(selection.unit()).EndObject();
  json.Key("total").Int64(selection.total).Key("totalText").Text(values.Text(selection.total));
  json.Key("rowCount").Count(graph.shown.size()).Key("rows").BeginArray();
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < graph.shown.size(); ++i) {
    if (options.limit != 0 && i == options.limit) break;
    const GraphNode& node = graph.nodes[graph.shown[i]];
    sum = WrappingAdd(sum, node.flat.value());
    writer.Row(node, sum);
  }
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
