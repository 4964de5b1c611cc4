#include "analysis/trim_tree.h"

#include <algorithm>

#include "analysis/graph_order.h"
#include "base/checked_sum.h"

namespace burnglass {
namespace {

// Whether the edge's source reaches its destination on another way.
bool IsRedundant(const Graph& graph, std::uint32_t edge, std::vector<std::uint32_t>& seen) {
  const GraphEdge& direct = graph.edges[edge];
  std::vector<std::uint32_t> queue = {direct.destination};
  seen[direct.destination] = edge;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    for (const std::uint32_t in : graph.nodes[queue[next]].in) {
      const std::uint32_t source = graph.edges[in].source;
      if (in == edge || seen[source] == edge) continue;
      if (source == direct.source) return true;
      seen[source] = edge;
      queue.push_back(source);
    }
  }
  return false;
}

// The edges out of the node become edges of its parent, or none where it has no parent.
void TakeOut(Graph& graph, std::uint32_t number) {
  GraphNode& node = graph.nodes[number];
  if (node.in.empty()) {
    for (const std::uint32_t edge : node.out) graph.nodes[graph.edges[edge].destination].in.clear();
    return;
  }
  const GraphEdge up = graph.edges[node.in[0]];
  GraphNode& parent = graph.nodes[up.source];
  parent.out.erase(std::remove(parent.out.begin(), parent.out.end(), node.in[0]), parent.out.end());
  for (const std::uint32_t edge : node.out) {
    GraphEdge& down = graph.edges[edge];
    down.source = up.source;
    down.residual = true;
    down.inlined &= up.inlined;
    parent.out.push_back(edge);
  }
}

void RemoveLight(NodeTagMap& tags, std::int64_t lighter_than) {
  std::erase_if(tags, [&](const auto& entry) {
    return Magnitude(entry.second.flat.sum) < lighter_than &&
           Magnitude(entry.second.cum.sum) < lighter_than;
  });
}

}  // namespace

void TrimTree(Graph& graph, const FrameTable& frames, const std::vector<std::uint8_t>& kept) {
  std::vector<std::uint32_t> all;
  all.swap(graph.shown);
  for (const std::uint32_t node : all) {
    if (kept[node]) {
      graph.shown.push_back(node);
    } else {
      TakeOut(graph, node);
    }
  }
  RemoveRedundantEdges(graph, frames);
}

std::uint32_t RemoveLightEdges(Graph& graph, std::int64_t lighter_than) {
  std::uint32_t removed = 0;
  for (const std::uint32_t node : graph.shown) {
    const std::vector<std::uint32_t> in = graph.nodes[node].in;
    for (const std::uint32_t edge : in) {
      if (Magnitude(graph.edges[edge].weight.sum) >= lighter_than) continue;
      graph.RemoveEdge(edge);
      ++removed;
    }
  }
  return removed;
}

void RemoveRedundantEdges(Graph& graph, const FrameTable& frames) {
  std::vector<std::uint32_t> seen(graph.nodes.size(), kNone);  // the last edge that was asked for
  for (std::size_t i = graph.shown.size(); i-- > 0;) {
    std::vector<std::uint32_t> in = graph.nodes[graph.shown[i]].in;
    SortEdges(graph, frames, in);
    // An edge heavier than one that stands for a real call stays, or it would seem to be missing.
    while (!in.empty() && graph.edges[in.back()].residual) {
      if (IsRedundant(graph, in.back(), seen)) graph.RemoveEdge(in.back());
      in.pop_back();
    }
  }
}

void RemoveLightTags(Graph& graph, std::int64_t lighter_than) {
  if (graph.tags.empty()) return;
  for (const std::uint32_t node : graph.shown) {
    NodeTags& tags = graph.tags[node];
    RemoveLight(tags.labels, lighter_than);
    for (auto& [labels, numbers] : tags.numbers) RemoveLight(numbers, lighter_than);
  }
}

}  // namespace burnglass
