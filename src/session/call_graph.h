// CallGraph: a GraphAnswer kept for drawing, and where its nodes and edges lie once they have been
// laid out. Lengths are px at scale 1.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/held_message.h"
#include "session/names.h"

namespace burnglass {

struct CallNode {
  NameId name = 0;
  std::int64_t flat = 0, cum = 0;
  std::uint32_t colour = 0, fill = 0;  // pprof's, 0xrrggbb
};

struct CallEdge {
  std::uint32_t from = 0, to = 0;  // numbers of nodes
  std::int64_t weight = 0;
  std::uint32_t colour = 0;
  std::uint8_t width = 1;  // 1 … 6
  bool residual = false;   // goes over functions that are left out
  bool inlined = false;
};

class CallGraph {
 public:
  // Fails when columns do not fit each other, an edge names no node, or a name is not below
  // `names`.
  static Result<CallGraph> Read(HeldMessage answer, std::size_t names);

  const pb::GraphAnswer& facts() const { return answer_.header().graph_answer(); }
  std::int64_t total() const { return facts().total(); }  // what percentages are of

  std::uint32_t nodes() const { return static_cast<std::uint32_t>(name_.size()); }
  std::uint32_t edges() const { return static_cast<std::uint32_t>(from_.size()); }
  CallNode node(std::uint32_t i) const;
  CallEdge edge(std::uint32_t i) const;  // the heaviest first

  // The node of a function; of several, as a call tree has them, the first.
  std::optional<std::uint32_t> NodeOf(NameId name) const;
  // Along the heaviest edge.
  std::optional<std::uint32_t> CallerOf(std::uint32_t node) const;
  std::optional<std::uint32_t> CalleeOf(std::uint32_t node) const;

 private:
  explicit CallGraph(HeldMessage answer);
  bool Sound(std::size_t names) const;

  HeldMessage answer_;
  std::span<const std::uint32_t> name_, colour_, fill_, from_, to_, edge_colour_;
  std::span<const std::int64_t> flat_, cum_, weight_;
  std::span<const std::uint8_t> edge_width_, edge_flags_;
};

// Every node has this size.
inline constexpr float kNodeWidth = 158, kNodeHeight = 46;

struct GraphPoint {
  float x = 0, y = 0;
};

struct EdgeWay {
  std::optional<GraphPoint> label;   // the middle of its text, where there is room for one
  std::uint32_t begin = 0, end = 0;  // of GraphLayout::points; two at least
};

struct GraphLayout {
  float w = 0, h = 0;
  std::vector<GraphPoint> nodes;  // their middles
  std::vector<EdgeWay> edges;
  std::vector<GraphPoint> points;  // of edges: what their curves go along
};

// The smooth line of an edge: where it begins, then three points for each piece of a Bézier curve.
std::vector<GraphPoint> CurveOf(const GraphLayout& layout, const EdgeWay& way);

struct Arrowhead {
  GraphPoint tip, left, right;
};
// At the end of a curve, so many px long; the curve is made shorter, so as not to reach over it.
Arrowhead TakeArrow(std::vector<GraphPoint>& curve, float length);

// What the layout's maker is told: numbers parted by spaces, a line each for
//   nodes width height
//   from to width label        for each edge; label: px that its text needs
std::string LayoutQuestion(const CallGraph& graph, std::string_view unit);

// Reads the answer, whole tenths of px: width height, then x y for each node, then for each edge
// x y of its label (-1 -1: none), a count, and so many x y. Fails on anything else.
Result<GraphLayout> ReadLayout(std::string_view text, std::size_t nodes, std::size_t edges);

}  // namespace burnglass
