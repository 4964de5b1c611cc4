// A Graph with what is too small to matter left out: what pprof shows of it.
#pragma once

#include <cstdint>

#include "analysis/graph.h"
#include "query/query.h"

namespace burnglass {

struct TrimOptions {
  std::int64_t node_count = 0;  // nodes at most; 0: all
  double node_fraction = 0;     // nodes with less cum than this part of all flat are left out
  double edge_fraction = 0;     // likewise edges, by their weight
  bool by_cum = false;          // the nodes' order, which also says which ones are the first
  // For a drawing: nodes in order of what they tell, with tags, which count as nodes, too, and
  // without calls that others imply.
  bool drawn = false;
  bool call_tree = false;
  bool edges = true;  // without them only what nodes cost is told
  bool drop_negative = false;
  std::string_view tag_unit = "minimum";
};

// As the query has them; without trimming if it says so.
TrimOptions TrimOptionsOf(const Query& query);

struct TrimmedGraph {
  Graph graph;                                         // its shown nodes are sorted
  std::uint32_t before_count = 0;                      // nodes before node_count cut the list
  std::uint32_t dropped_nodes = 0, dropped_edges = 0;  // below the fractions
};

// The most tags of a node that a drawing has.
inline constexpr std::size_t kMostNodeTags = 4;

TrimmedGraph BuildTrimmedGraph(const Selection& selection, const FrameTable& frames,
                               const TrimOptions& options);

}  // namespace burnglass
