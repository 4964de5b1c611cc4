// The answer to a GraphQuestion: pprof's call graph as columns.
#include "analysis/own_frames.h"
#include "engine/answers.h"
#include "report/drawn_graph.h"

namespace burnglass {
namespace {

enum EdgeFlags : std::uint8_t { kResidual = 1, kInlined = 2 };

pb::Header HeaderOf(const pb::Header& question, const std::string& query, const DrawnGraph& graph) {
  pb::Header header = HeaderFor(question);
  pb::GraphAnswer& answer = *header.mutable_graph_answer();
  answer.set_query(query);
  answer.set_total(graph.total);
  answer.set_shown(graph.shown);
  answer.set_nodes_before(graph.nodes_before);
  answer.set_dropped_nodes(graph.dropped_nodes);
  answer.set_node_cutoff(graph.node_cutoff);
  answer.set_dropped_edges(graph.dropped_edges);
  answer.set_edge_cutoff(graph.edge_cutoff);
  return header;
}

// One member of all nodes or edges, as a column.
template <typename T, typename Element, typename Member>
std::vector<T> ColumnOf(const std::vector<Element>& elements, const Member& member) {
  std::vector<T> column;
  column.reserve(elements.size());
  for (const Element& element : elements) column.push_back(static_cast<T>(member(element)));
  return column;
}

// By node of the graph its name. By functions a NameTable has the nodes in order.
std::vector<NameId> NamesOf(const DrawnGraph& graph, const Selection& selection, const Query& query,
                            NameTable& names) {
  std::vector<NameId> numbers;
  for (const DrawnNode& node : graph.nodes) numbers.push_back(NameId{node.info + 1});
  if (!HasOwnFrames(query)) return numbers;
  const FrameTable frames(*selection.profile, *selection.lines, FrameOptionsOf(query));
  NameAdopter adopter(names, frames);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    numbers[i] = adopter.Adopt(graph.nodes[i].info, {}, "");
  }
  names.RankAnew();
  return numbers;
}

Bytes Written(pb::Header header, const DrawnGraph& graph, const std::vector<NameId>& name) {
  using Node = const DrawnNode&;
  using Edge = const DrawnEdge&;
  const auto& [nodes, edges] = std::tie(graph.nodes, graph.edges);
  const auto flat = ColumnOf<std::int64_t>(nodes, [](Node n) { return n.flat; });
  const auto cum = ColumnOf<std::int64_t>(nodes, [](Node n) { return n.cum; });
  const auto colour = ColumnOf<std::uint32_t>(nodes, [](Node n) { return n.colour; });
  const auto fill = ColumnOf<std::uint32_t>(nodes, [](Node n) { return n.fill; });
  const auto from = ColumnOf<std::uint32_t>(edges, [](Edge e) { return e.from; });
  const auto to = ColumnOf<std::uint32_t>(edges, [](Edge e) { return e.to; });
  const auto weight = ColumnOf<std::int64_t>(edges, [](Edge e) { return e.weight; });
  const auto edge_colour = ColumnOf<std::uint32_t>(edges, [](Edge e) { return e.colour; });
  const auto edge_width = ColumnOf<std::uint8_t>(edges, [](Edge e) { return e.width; });
  const auto edge_flags = ColumnOf<std::uint8_t>(
      edges, [](Edge e) { return (e.residual ? kResidual : 0) | (e.inlined ? kInlined : 0); });
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  writer.Add("colour", colour);
  writer.Add("fill", fill);
  writer.Add("from", from);
  writer.Add("to", to);
  writer.Add("weight", weight);
  writer.Add("edge_colour", edge_colour);
  writer.Add("edge_width", edge_width);
  writer.Add("edge_flags", edge_flags);
  return writer.Finish();
}

}  // namespace

Bytes AnswerGraph(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  const Result<Selection> selection = open.StacksOf(answered);
  if (!selection) return Refuse(question, selection.error().message);
  const Result<Query> query = ParseQuery(answered.query);
  if (!query) return Refuse(question, query.error().message);
  const DrawnGraph graph = DrawGraph(*selection, *query);
  const std::vector<NameId> names = NamesOf(graph, *selection, *query, open.names());
  return Written(HeaderOf(question, answered.query, graph), graph, names);
}

}  // namespace burnglass
