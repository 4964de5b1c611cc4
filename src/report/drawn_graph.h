// The call graph as the report "dot" draws it, as numbers: for who draws it himself.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/select.h"
#include "query/query.h"
#include "report/pprof_parts.h"

namespace burnglass {

struct DrawnNode {
  std::uint32_t info = 0;  // of a FrameTable by the query's granularity
  std::int64_t flat = 0, cum = 0;
  std::uint32_t colour = 0, fill = 0;  // 0xrrggbb
};

struct DrawnEdge {
  std::uint32_t from = 0, to = 0;  // indices of nodes
  std::int64_t weight = 0;
  std::uint32_t colour = 0;
  std::uint8_t width = 1;  // 1 … 6
  bool residual = false, inlined = false;
};

struct DrawnGraph {
  std::vector<DrawnNode> nodes;
  std::vector<DrawnEdge> edges;    // the heaviest first
  std::int64_t total = 0;          // what percentages are of
  std::int64_t shown = 0;          // flat of all nodes together
  std::uint32_t nodes_before = 0;  // before the query's nodecount cut them off
  std::uint32_t dropped_nodes = 0, dropped_edges = 0;
  std::int64_t node_cutoff = 0, edge_cutoff = 0;  // what is not above these is dropped
};

// The selection must have stacks, and be the query's.
DrawnGraph DrawGraph(const Selection& selection, const Query& query);

// The parts of which both are made. The part of the total decides a colour.
double DrawnPart(std::int64_t value, std::int64_t total);
// 1, and up to `most` more for a weight near to the total.
std::int64_t DrawnWidth(std::int64_t weight, std::int64_t total, std::int64_t most);
// Of the graph's shown nodes, in the order in which they are written.
std::vector<std::uint32_t> DrawnEdges(const GraphInput& graph);

}  // namespace burnglass
