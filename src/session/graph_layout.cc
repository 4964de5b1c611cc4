// The layout of a CallGraph as text, out and in.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

#include "session/call_graph.h"
#include "session/numbers.h"

namespace burnglass {
namespace {

// A character of an edge's label and what is around it, px.
constexpr std::size_t kLabelCharacter = 6, kLabelAround = 8;

class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  // 0 past the end or where there is no number; then sound() is false.
  std::int32_t Whole() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n')) ++at_;
    std::int32_t value = 0;
    const auto [next, error] = std::from_chars(at_, end_, value);
    if (error != std::errc()) sound_ = false;
    at_ = next;
    return value;
  }
  float Tenths() { return static_cast<float>(Whole()) / 10; }
  GraphPoint Point() {
    const float x = Tenths();
    return {x, Tenths()};
  }
  bool sound() const { return sound_; }

 private:
  const char* at_;
  const char* end_;
  bool sound_ = true;
};

// Where the curve comes nearest to a point that it is drawn towards but does not meet (CurveOf).
GraphPoint OnCurve(std::span<const GraphPoint> points, const GraphPoint& label) {
  const auto apart = [&](const GraphPoint& p) { return std::hypot(p.x - label.x, p.y - label.y); };
  const auto nearest = std::min_element(
      points.begin(), points.end(),
      [&](const GraphPoint& a, const GraphPoint& b) { return apart(a) < apart(b); });
  if (nearest == points.begin() || nearest + 1 == points.end() || apart(*nearest) > 1) return label;
  const GraphPoint &p = nearest[-1], &q = nearest[0], &r = nearest[1];
  return {(p.x + 4 * q.x + r.x) / 6, (p.y + 4 * q.y + r.y) / 6};
}

bool ReadEdge(NumberReader& read, GraphLayout& layout) {
  constexpr std::int32_t kMostPoints = 100'000;
  EdgeWay way;
  const GraphPoint label = read.Point();
  if (label.x >= 0) way.label = label;
  const std::int32_t count = read.Whole();
  if (!read.sound() || count < 2 || count > kMostPoints) return false;
  way.begin = static_cast<std::uint32_t>(layout.points.size());
  for (std::int32_t i = 0; i < count && read.sound(); ++i) layout.points.push_back(read.Point());
  way.end = static_cast<std::uint32_t>(layout.points.size());
  if (way.label) way.label = OnCurve(std::span(layout.points).subspan(way.begin), *way.label);
  layout.edges.push_back(way);
  return read.sound();
}

}  // namespace

// A uniform cubic B-spline that begins and ends in the outer points.
std::vector<GraphPoint> CurveOf(const GraphLayout& layout, const EdgeWay& way) {
  const auto mix = [](float a, const GraphPoint& p, float b, const GraphPoint& q) {
    return GraphPoint{a * p.x + b * q.x, a * p.y + b * q.y};
  };
  const auto along = [&](std::vector<GraphPoint>& curve, const GraphPoint& to) {
    const GraphPoint from = curve.back();
    curve.push_back(mix(2 / 3.0f, from, 1 / 3.0f, to));
    curve.push_back(mix(1 / 3.0f, from, 2 / 3.0f, to));
    curve.push_back(to);
  };
  const std::span points = std::span(layout.points).subspan(way.begin, way.end - way.begin);
  std::vector<GraphPoint> curve = {points[0]};
  if (points.size() > 2) along(curve, mix(5 / 6.0f, points[0], 1 / 6.0f, points[1]));
  for (std::size_t i = 2; i < points.size(); ++i) {
    const GraphPoint &p = points[i - 2], &q = points[i - 1], &r = points[i];
    curve.push_back(mix(2 / 3.0f, p, 1 / 3.0f, q));
    curve.push_back(mix(1 / 3.0f, p, 2 / 3.0f, q));
    const GraphPoint ends = mix(0.5f, p, 0.5f, r);
    curve.push_back(mix(2 / 3.0f, q, 1 / 3.0f, ends));
  }
  along(curve, points.back());
  return curve;
}

Arrowhead TakeArrow(std::vector<GraphPoint>& curve, float length) {
  const GraphPoint tip = curve.back(), before = curve[curve.size() - 2];
  const float x = tip.x - before.x, y = tip.y - before.y;
  const float way = std::max(0.001f, std::hypot(x, y));
  const float along_x = x / way * length, along_y = y / way * length;
  const GraphPoint base{tip.x - along_x, tip.y - along_y};
  constexpr float kInside = 0.3f;  // the line ends inside of the head
  curve.back() = {base.x + along_x * kInside, base.y + along_y * kInside};
  constexpr float kHalf = 0.4f;
  return {tip,
          {base.x - along_y * kHalf, base.y + along_x * kHalf},
          {base.x + along_y * kHalf, base.y - along_x * kHalf}};
}

std::string LayoutQuestion(const CallGraph& graph, std::string_view unit) {
  std::string text = std::to_string(graph.nodes()) + ' ' +
                     std::to_string(static_cast<int>(kNodeWidth)) + ' ' +
                     std::to_string(static_cast<int>(kNodeHeight));
  for (std::uint32_t i = 0; i < graph.edges(); ++i) {
    const CallEdge edge = graph.edge(i);
    const std::size_t label = ValueText(edge.weight, unit).size() * kLabelCharacter + kLabelAround;
    text += '\n' + std::to_string(edge.from) + ' ' + std::to_string(edge.to) + ' ' +
            std::to_string(edge.width) + ' ' + std::to_string(label);
  }
  return text;
}

Result<GraphLayout> ReadLayout(std::string_view text, std::size_t nodes, std::size_t edges) {
  const Error damaged{"The layout of the call graph is damaged."};
  NumberReader read(text);
  GraphLayout layout;
  layout.w = read.Tenths();
  layout.h = read.Tenths();
  for (std::size_t i = 0; i < nodes && read.sound(); ++i) layout.nodes.push_back(read.Point());
  for (std::size_t i = 0; i < edges && read.sound(); ++i) {
    if (!ReadEdge(read, layout)) return damaged;
  }
  if (!read.sound()) return damaged;
  return layout;
}

}  // namespace burnglass
