#include "analysis/graph_order.h"

#include <algorithm>
#include <cmath>

#include "base/checked_sum.h"
#include "base/stable_sort.h"

namespace burnglass {
namespace {

// How evenly the weight of a node is spread over its edges (and itself): 0 when all goes one way.
double Entropy(const Graph& graph, const std::vector<std::uint32_t>& edges, std::int64_t self) {
  std::int64_t total = self;
  for (const std::uint32_t edge : edges) {
    const std::int64_t weight = graph.edges[edge].weight.sum;
    if (weight > 0) total = WrappingAdd(total, weight);
  }
  if (total == 0) return 0;
  double entropy = 0;
  const auto add = [&](std::int64_t weight) {
    const double part = static_cast<double>(Magnitude(weight)) / static_cast<double>(total);
    entropy += -part * std::log2(part);
  };
  for (const std::uint32_t edge : edges) add(graph.edges[edge].weight.sum);
  if (self > 0) add(self);
  return entropy;
}

// Where stacks begin and end counts as much as an even fork.
std::int64_t EntropyScore(const Graph& graph, const GraphNode& node) {
  double score = node.in.empty() ? 1 : Entropy(graph, node.in, 0);
  score += node.out.empty() ? 1 : Entropy(graph, node.out, node.flat.sum);
  return WrappingAdd(WholePart(score * static_cast<double>(node.cum.sum)), node.flat.sum);
}

// A node with what it is sorted by.
struct Ranked {
  std::uint32_t node = 0;
  std::int64_t first = 0, second = 0;  // magnitudes, around the name
  std::string name;
};

Ranked Rank(const Graph& graph, const FrameTable& frames, NodeOrder order, std::uint32_t number) {
  const GraphNode& node = graph.nodes[number];
  const std::int64_t flat = Magnitude(node.flat.sum);
  switch (order) {
    case NodeOrder::kFlat:
      return {number, flat, Magnitude(node.cum.sum), frames.PrintableName(node.info)};
    case NodeOrder::kCum:
      return {number, Magnitude(node.cum.sum), flat, frames.PrintableName(node.info)};
    case NodeOrder::kEntropy:
      return {number, Magnitude(EntropyScore(graph, node)), flat, frames.PrintableName(node.info)};
    case NodeOrder::kName:
      break;
  }
  return {number, 0, 0, std::string(frames.text(frames.infos()[node.info].name))};
}

}  // namespace

void SortNodes(Graph& graph, const FrameTable& frames, NodeOrder order) {
  std::vector<Ranked> ranked;
  ranked.reserve(graph.shown.size());
  for (const std::uint32_t node : graph.shown) ranked.push_back(Rank(graph, frames, order, node));
  const auto last_word = [&](const Ranked& ranked_node) {
    return frames.FullText(graph.nodes[ranked_node.node].info);
  };
  StableSort(ranked, [&](const Ranked& a, const Ranked& b) {
    if (a.first != b.first) return a.first > b.first;
    if (const int by_name = a.name.compare(b.name); by_name != 0) return by_name < 0;
    if (a.second != b.second) return a.second > b.second;
    const int by_all = last_word(a).compare(last_word(b));
    return by_all != 0 ? by_all < 0 : a.node < b.node;
  });
  for (std::size_t i = 0; i < ranked.size(); ++i) graph.shown[i] = ranked[i].node;
}

void SortEdges(const Graph& graph, const FrameTable& frames, std::vector<std::uint32_t>& edges) {
  const auto name = [&](std::uint32_t node) {
    return frames.PrintableName(graph.nodes[node].info);
  };
  StableSort(edges, [&](std::uint32_t left, std::uint32_t right) {
    const GraphEdge& a = graph.edges[left];
    const GraphEdge& b = graph.edges[right];
    const std::int64_t a_weight = Magnitude(a.weight.sum);
    const std::int64_t b_weight = Magnitude(b.weight.sum);
    if (a_weight != b_weight) return a_weight > b_weight;
    if (const int by = name(a.source).compare(name(b.source)); by != 0) return by < 0;
    if (const int by = name(a.destination).compare(name(b.destination)); by != 0) return by < 0;
    return left < right;
  });
}

std::vector<NamedTag> SortTags(std::vector<NamedTag> tags, bool by_flat) {
  StableSort(tags, [&](const NamedTag& a, const NamedTag& b) {
    const std::int64_t a_cum = Magnitude(a.tag.cum.sum);
    const std::int64_t b_cum = Magnitude(b.tag.cum.sum);
    if (!by_flat && a_cum != b_cum) return a_cum > b_cum;
    const std::int64_t a_flat = Magnitude(a.tag.flat.sum);
    const std::int64_t b_flat = Magnitude(b.tag.flat.sum);
    return a_flat != b_flat ? a_flat > b_flat : a.name < b.name;
  });
  return tags;
}

std::vector<NamedTag> SortTags(const NodeTagMap& tags, bool by_flat) {
  std::vector<NamedTag> named;
  for (const auto& [name, tag] : tags) named.push_back({name, tag});
  return SortTags(std::move(named), by_flat);
}

}  // namespace burnglass
