#include "report/drawn_graph.h"

#include <algorithm>

#include "analysis/graph_order.h"
#include "base/checked_sum.h"
#include "report/dot_colour.h"

namespace burnglass {
namespace {

constexpr std::int64_t kWidest = 5;  // more than the thinnest line

// As the head of the report tells it.
std::int64_t Cutoff(std::int64_t total, double fraction) {
  return Magnitude(WholePart(static_cast<double>(total) * fraction));
}

DrawnNode Draw(const GraphNode& node, std::int64_t total) {
  const std::int64_t cum = node.cum.value();
  const double part = DrawnPart(cum, total);
  return {node.info, node.flat.value(), cum, DotColour(part), DotBackgroundColour(part)};
}

DrawnEdge Draw(const GraphEdge& edge, std::int64_t total,
               const std::vector<std::uint32_t>& numbers) {
  const std::int64_t weight = edge.weight.value();
  const std::int64_t width = total == 0 ? 1 : DrawnWidth(weight, total, kWidest);
  return {numbers[edge.source],
          numbers[edge.destination],
          weight,
          DotColour(DrawnPart(weight, total)),
          static_cast<std::uint8_t>(width),
          edge.residual,
          edge.inlined};
}

}  // namespace

double DrawnPart(std::int64_t value, std::int64_t total) {
  return static_cast<double>(value) / static_cast<double>(Magnitude(total));
}

std::int64_t DrawnWidth(std::int64_t weight, std::int64_t total, std::int64_t most) {
  const auto product = static_cast<std::int64_t>(static_cast<std::uint64_t>(weight) *
                                                 static_cast<std::uint64_t>(most));
  return 1 + std::min(Magnitude(WrappingDivide(product, total)), most);
}

std::vector<std::uint32_t> DrawnEdges(const GraphInput& input) {
  const Graph& graph = input.graph();
  std::vector<std::uint32_t> edges;
  for (const std::uint32_t node : graph.shown) {
    const auto& out = graph.nodes[node].out;
    edges.insert(edges.end(), out.begin(), out.end());
  }
  SortEdges(graph, input.frames, edges);
  return edges;
}

DrawnGraph DrawGraph(const Selection& selection, const Query& query) {
  const ReportRequest request{.name = "dot", .query = query};
  const GraphInput input = MakeGraph({request, QueryOfReport(request), selection});
  const Graph& graph = input.graph();
  DrawnGraph drawn;
  drawn.total = input.values.total();
  std::vector<std::uint32_t> numbers(graph.nodes.size());
  for (const std::uint32_t node : graph.shown) {
    numbers[node] = static_cast<std::uint32_t>(drawn.nodes.size());
    drawn.nodes.push_back(Draw(graph.nodes[node], drawn.total));
    drawn.shown = WrappingAdd(drawn.shown, drawn.nodes.back().flat);
  }
  for (const std::uint32_t edge : DrawnEdges(input)) {
    drawn.edges.push_back(Draw(graph.edges[edge], drawn.total, numbers));
  }
  drawn.nodes_before = input.trimmed.before_count;
  drawn.dropped_nodes = input.trimmed.dropped_nodes;
  drawn.dropped_edges = input.trimmed.dropped_edges;
  drawn.node_cutoff = Cutoff(drawn.total, query.nodefraction);
  drawn.edge_cutoff = Cutoff(drawn.total, query.edgefraction);
  return drawn;
}

}  // namespace burnglass
