// Leaving nodes and edges out of a Graph that is there already.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/graph.h"

namespace burnglass {

// Takes nodes out of a call tree; what they called is then called, residually, by who called them.
// `kept` by node.
void TrimTree(Graph& graph, const FrameTable& frames, const std::vector<std::uint8_t>& kept);

// Takes out edges lighter than this and returns how many.
std::uint32_t RemoveLightEdges(Graph& graph, std::int64_t lighter_than);

// Takes out residual edges between nodes that other edges connect as well.
void RemoveRedundantEdges(Graph& graph, const FrameTable& frames);

// Takes out tags lighter than this, by flat and by cum.
void RemoveLightTags(Graph& graph, std::int64_t lighter_than);

}  // namespace burnglass
