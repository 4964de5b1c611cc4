// pprof's dot: the call graph for Graphviz.
#include <algorithm>
#include <cmath>

#include "analysis/graph_order.h"
#include "base/checked_sum.h"
#include "base/path.h"
#include "profile/names.h"
#include "report/dot_colour.h"
#include "report/dot_tags.h"
#include "report/drawn_graph.h"
#include "report/pprof_labels.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

std::string ReplaceAll(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// A line break is one that leaves the lines flush left.
std::string Escaped(std::string_view text) {
  return ReplaceAll(ReplaceAll(ReplaceAll(std::string(text), "\\", "\\\\"), "\"", "\\\""), "\n",
                    "\\l");
}

class Dot {
 public:
  Dot(const ReportInput& input, const GraphInput& graph)
      : input_(input),
        graph_input_(graph),
        graph_(graph.graph()),
        values_(graph.values),
        numbers_(graph_.nodes.size()),
        tagged_(graph_.nodes.size()) {}

  std::string Print() {
    PrintHead();
    if (!graph_.shown.empty()) {
      for (std::size_t i = 0; i < graph_.shown.size(); ++i) Number(graph_.shown[i], i + 1);
      for (const std::uint32_t node : graph_.shown) PrintNode(node);
      PrintEdges();
    }
    return std::move(text_ += "}\n");
  }

 private:
  std::string Title() const {
    const ProfileData& data = input_.profile().data();
    const std::string_view file = data.mappings.empty() ? "" : input_.text(data.mappings[0].file);
    return file.empty() ? "" : std::string(BaseName(file));
  }

  void PrintHead() {
    const std::string title = Title();
    text_ += "digraph \"" + (title.empty() ? "unnamed" : title) + "\" {\n";
    text_ += "node [style=filled fillcolor=\"#f8f8f8\"]\n";
    const std::vector<std::string> labels = GraphLabels(input_, graph_input_, true);
    text_ += "subgraph cluster_L { \"" + Escaped(labels[0]) + "\" [shape=box fontsize=16 label=\"";
    for (std::size_t i = 0; i < labels.size(); ++i) {
      text_ += (i == 0 ? "" : "\\l") + Escaped(labels[i]);
    }
    text_ += "\\l\"" + (title.empty() ? "" : " tooltip=\"" + title + "\"") + "] }\n";
  }

  void Number(std::uint32_t node, std::size_t number) {
    numbers_[node] = number;
    const std::int64_t flat = Magnitude(graph_.nodes[node].flat.value());
    most_flat_ = std::max(most_flat_, static_cast<double>(flat));
  }

  // The parts of the node's name on a line each, the function's name at its dots, too.
  std::string NameLines(const NodeInfo& info) const {
    std::string name = Escaped(ShortenFunctionName(graph_input_.frames.text(info.name)));
    name = ReplaceAll(std::move(name), "::", "\\n");
    name = ReplaceAll(std::move(name), "[...]", "[…]");
    name = ReplaceAll(std::move(name), ".", "\\n");
    const std::string_view file = graph_input_.frames.text(info.file);
    const std::string_view base = file.empty() ? file : BaseName(file);
    return PrintableParts(info, name, base, graph_input_.frames.text(info.binary), "\\n") + "\\n";
  }

  std::string ValueLines(std::int64_t flat, std::int64_t cum) const {
    std::string text = "0";
    if (flat != 0) text = values_.Text(flat) + " (" + values_.TrimmedPercent(flat) + ")";
    if (cum == flat) return text;
    return text + (flat != 0 ? "\\n" : " ") + "of " + values_.Text(cum) + " (" +
           values_.TrimmedPercent(cum) + ")";
  }

  int FontSize(std::int64_t flat) const {
    constexpr int kSmallest = 8;
    if (most_flat_ == 0 || flat == 0) return kSmallest;
    const double part = static_cast<double>(Magnitude(flat)) / most_flat_;
    return kSmallest + static_cast<int>(std::ceil(16.0 * std::sqrt(part)));
  }

  double PartOfTotal(std::int64_t value) const { return DrawnPart(value, values_.total()); }

  void PrintNode(std::uint32_t number) {
    const GraphNode& node = graph_.nodes[number];
    const std::int64_t flat = node.flat.value();
    const std::int64_t cum = node.cum.value();
    const std::string id = std::to_string(numbers_[number]);
    text_ += "N" + id + " [label=\"" + NameLines(graph_input_.info(node)) + ValueLines(flat, cum) +
             "\" id=\"node" + id + "\" fontsize=" + std::to_string(FontSize(flat)) +
             " shape=box tooltip=\"" + Escaped(graph_input_.Name(number)) + " (" +
             values_.Text(cum) + ")\" color=\"" + ColourText(DotColour(PartOfTotal(cum))) +
             "\" fillcolor=\"" + ColourText(DotBackgroundColour(PartOfTotal(cum))) + "\"]\n";
    const std::string tags = DotTags(graph_input_, number, numbers_[number]);
    text_ += tags;
    tagged_[number] = !tags.empty();
  }

  void PrintEdges() {
    for (const std::uint32_t edge : DrawnEdges(graph_input_)) PrintEdge(graph_.edges[edge]);
  }

  std::string EdgeWeight(std::int64_t weight) const {
    if (values_.total() == 0) return "";
    std::string text;
    const std::int64_t pull = DrawnWidth(weight, values_.total(), 100);
    const std::int64_t width = DrawnWidth(weight, values_.total(), 5);
    if (pull > 1) text += " weight=" + std::to_string(pull);
    if (width > 1) text += " penwidth=" + std::to_string(width);
    return text + " color=\"" + ColourText(DotColour(PartOfTotal(weight))) + "\"";
  }

  void PrintEdge(const GraphEdge& edge) {
    const std::int64_t weight = edge.weight.value();
    const std::string text = values_.Text(weight);
    const std::string tooltip = "\"" + Escaped(graph_input_.Name(edge.source)) +
                                (edge.residual ? " ... " : " -> ") +
                                Escaped(graph_input_.Name(edge.destination)) + " (" + text + ")\"";
    text_ += "N" + std::to_string(numbers_[edge.source]) + " -> N" +
             std::to_string(numbers_[edge.destination]) + " [label=\" " + text +
             (edge.inlined ? "\\n (inline)" : "") + "\"" + EdgeWeight(weight) +
             " tooltip=" + tooltip + " labeltooltip=" + tooltip +
             (edge.residual ? " style=\"dotted\"" : "") +
             (tagged_[edge.source] ? " minlen=2" : "") + "]\n";
  }

  const ReportInput& input_;
  const GraphInput& graph_input_;
  const Graph& graph_;
  const ReportValues& values_;
  std::vector<std::size_t> numbers_;  // by node: as which it is drawn, from 1
  std::vector<std::uint8_t> tagged_;  // by node: whether it has tags
  double most_flat_ = 0;
  std::string text_;
};

}  // namespace

std::string PrintDot(const ReportInput& input) {
  const GraphInput graph = MakeGraph(input);
  return Dot(input, graph).Print();
}

}  // namespace burnglass
