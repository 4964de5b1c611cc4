#include "ui/graph_picture.h"

#include <cmath>

#include "session/numbers.h"
#include "ui/flame_labels.h"

namespace burnglass::ui {
namespace {

constexpr float kNodePad = 9;
constexpr int kPiecePoints = 6;  // of a piece of a curve

Point On(const GraphPoint* p, float t) {
  const float u = 1 - t;
  const float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

Rect BoundsOf(const std::vector<Point>& points, const EdgeLine& line) {
  float left = points[line.begin].x, right = left;
  float top = points[line.begin].y, bottom = top;
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    left = std::min(left, points[i].x), right = std::max(right, points[i].x);
    top = std::min(top, points[i].y), bottom = std::max(bottom, points[i].y);
  }
  return {left, top, right - left, bottom - top};
}

EdgeLine MakeLine(const GraphLayout& layout, const EdgeWay& way, const CallEdge& edge,
                  std::vector<Point>& points) {
  std::vector<GraphPoint> curve = CurveOf(layout, way);
  EdgeLine line;
  line.arrow = TakeArrow(curve, 6 + static_cast<float>(edge.width));
  line.begin = static_cast<std::uint32_t>(points.size());
  points.push_back({curve[0].x, curve[0].y});
  for (std::size_t at = 0; at + 3 < curve.size(); at += 3) {
    for (int i = 1; i <= kPiecePoints; ++i) {
      points.push_back(On(&curve[at], static_cast<float>(i) / kPiecePoints));
    }
  }
  line.end = static_cast<std::uint32_t>(points.size());
  line.bounds = BoundsOf(points, line);
  line.label_at = points[(line.begin + line.end) / 2];
  if (way.label) line.label_at = {way.label->x, way.label->y};
  return line;
}

NodeWords WordsOf(const OpenProfile& profile, const CallNode& node, std::int64_t total,
                  std::size_t characters) {
  const std::string& unit = profile.Type().unit;
  NodeWords words;
  words.name = ChooseLabel(profile.names, node.name, characters);
  words.values = ValueText(node.cum, unit);
  if (node.flat == 0) {
    words.values = "of " + words.values;
  } else if (node.flat != node.cum) {
    words.values = ValueText(node.flat, unit) + " of " + words.values;
  }
  words.share = PercentText(node.cum, total);
  return words;
}

}  // namespace

GraphPicture MakePicture(const Pen& pen, const OpenProfile& profile, const CallGraph& graph,
                         const GraphLayout& layout) {
  GraphPicture picture;
  const float room = kNodeWidth - 2 * kNodePad;
  const auto characters = static_cast<std::size_t>(room / pen.Width(kBoxLabel, "0"));
  for (std::uint32_t i = 0; i < graph.nodes(); ++i) {
    picture.nodes.push_back(WordsOf(profile, graph.node(i), graph.total(), characters));
  }
  for (std::uint32_t i = 0; i < graph.edges(); ++i) {
    const CallEdge edge = graph.edge(i);
    picture.edges.push_back(MakeLine(layout, layout.edges[i], edge, picture.points));
    picture.edges.back().label = ValueText(edge.weight, profile.Type().unit);
  }
  return picture;
}

}  // namespace burnglass::ui
