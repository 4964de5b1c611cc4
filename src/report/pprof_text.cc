// pprof's text, tree and peek.
#include <algorithm>

#include "analysis/graph_order.h"
#include "analysis/pattern.h"
#include "base/checked_sum.h"
#include "base/units.h"
#include "report/pprof_labels.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

constexpr const char* kSeparator =
    "----------------------------------------------------------+-------------\n";

const char* MarkText(InlineMark mark) {
  if (mark == InlineMark::kNone) return "";
  return mark == InlineMark::kAlways ? " (inline)" : " (partial-inline)";
}

// flat, flat%, sum%, cum, cum%
std::string Columns(const ReportValues& values, const GraphNode& node, std::int64_t flat_sum) {
  const std::int64_t flat = node.flat.value();
  const std::int64_t cum = node.cum.value();
  return PadLeft(values.Text(flat), 10) + " " + values.Percent(flat) + " " +
         values.Percent(flat_sum) + " " + PadLeft(values.Text(cum), 10) + " " + values.Percent(cum);
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

class Tree {
 public:
  explicit Tree(const GraphInput& input) : input_(input), graph_(input.graph()) {}

  void PrintNode(const GraphNode& node) {
    text_ += kSeparator;
    for (const std::uint32_t edge : Sorted(node.in)) PrintEdge(node, edge, true);
    flat_sum_ = WrappingAdd(flat_sum_, node.flat.value());
    text_ += Columns(input_.values, node, flat_sum_) + "                | " +
             input_.frames.PrintableName(node.info) + "\n";
    for (const std::uint32_t edge : Sorted(node.out)) PrintEdge(node, edge, false);
  }

  std::string Take() { return std::move(text_); }

 private:
  std::vector<std::uint32_t> Sorted(std::vector<std::uint32_t> edges) const {
    SortEdges(graph_, input_.frames, edges);
    return edges;
  }

  // Weights are sums, also where the nodes' values are means.
  void PrintEdge(const GraphNode& node, std::uint32_t number, bool into) {
    const GraphEdge& edge = graph_.edges[number];
    text_ += PadLeft(input_.values.Text(edge.weight.sum), 50) + " " +
             Percentage(edge.weight.sum, node.cum.value()) + " |   " +
             input_.Name(into ? edge.source : edge.destination) +
             (edge.inlined ? " (inline)" : "") + "\n";
  }

  const GraphInput& input_;
  const Graph& graph_;
  std::int64_t flat_sum_ = 0;
  std::string text_;
};

}  // namespace

std::string PadLeft(std::string text, std::size_t width) {
  const auto is_first_byte = [](char c) { return (c & 0xc0) != 0x80; };
  const auto has = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_first_byte));
  if (has < width) text.insert(0, width - has, ' ');
  return text;
}

std::string PrintText(const ReportInput& input) {
  const GraphInput graph = MakeGraph(input);
  std::string text = Joined(GraphLabels(input, graph, false));
  text += "      flat  flat%   sum%        cum   cum%\n";
  std::int64_t flat_sum = 0;
  for (const std::uint32_t number : graph.graph().shown) {
    const GraphNode& node = graph.graph().nodes[number];
    flat_sum = WrappingAdd(flat_sum, node.flat.value());
    text += Columns(graph.values, node, flat_sum) + "  " + graph.Name(number) +
            MarkText(graph.graph().Inlined(node)) + "\n";
  }
  return text;
}

Result<std::string> PrintTree(const ReportInput& input) {
  const bool peek = input.request.name == "peek";
  const Result<Pattern> pattern = Pattern::Compile("peek", input.request.pattern);
  if (peek && !pattern) return pattern.error();
  const GraphInput graph = MakeGraph(input);
  Tree tree(graph);
  bool matched = false;
  for (const std::uint32_t number : graph.graph().shown) {
    if (peek && !pattern->Matches(graph.Name(number))) continue;
    matched = true;
    tree.PrintNode(graph.graph().nodes[number]);
  }
  if (peek && !matched) return Error{"nothing matches " + input.request.pattern};
  return Joined(GraphLabels(input, graph, false)) + kSeparator +
         "      flat  flat%   sum%        cum   cum%   calls calls% + context \t \t \n" +
         tree.Take() + (graph.graph().shown.empty() ? "" : kSeparator);
}

}  // namespace burnglass
