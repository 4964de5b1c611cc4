// The orders in which a Graph's nodes, edges and tags are shown. All are total, pprof's where pprof
// has one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/graph.h"

namespace burnglass {

enum class NodeOrder {
  kFlat,     // magnitude of flat, name, magnitude of cum
  kCum,      // magnitude of cum, name, magnitude of flat
  kEntropy,  // what tells most about the graph: forks and joins of heavy paths
  kName,     // name of the function
};

// Sorts graph.shown.
void SortNodes(Graph& graph, const FrameTable& frames, NodeOrder order);

// The heaviest first, then by the names of both ends.
void SortEdges(const Graph& graph, const FrameTable& frames, std::vector<std::uint32_t>& edges);

struct NamedTag {
  std::string name;
  NodeTag tag;
};

// By magnitude, of flat or first of cum, then by name.
std::vector<NamedTag> SortTags(std::vector<NamedTag> tags, bool by_flat);
std::vector<NamedTag> SortTags(const NodeTagMap& tags, bool by_flat);

}  // namespace burnglass
