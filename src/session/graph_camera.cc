#include "session/graph_camera.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace burnglass {
namespace {

constexpr double kMargin = 24;      // px around the whole graph
constexpr double kReadable = 0.72;  // smaller words are hard to read
constexpr double kLargest = 4;
constexpr double kRoom = 24;  // px around a node that is to be seen

double FitScale(const GraphLayout& layout, const GraphPlace& place) {
  const double w = std::max(1.0, place.w - 2 * kMargin), h = std::max(1.0, place.h - 2 * kMargin);
  const double fit = std::min(w / std::max(1.0, static_cast<double>(layout.w)),
                              h / std::max(1.0, static_cast<double>(layout.h)));
  return std::min(1.0, fit);
}

GraphCamera Inside(GraphCamera camera, const GraphLayout& layout) {
  camera.x = std::clamp(camera.x, 0.0, static_cast<double>(layout.w));
  camera.y = std::clamp(camera.y, 0.0, static_cast<double>(layout.h));
  return camera;
}

}  // namespace

bool operator==(const GraphCamera& a, const GraphCamera& b) {
  return a.scale == b.scale && a.x == b.x && a.y == b.y;
}

GraphCamera WholeGraph(const GraphLayout& layout, const GraphPlace& place) {
  return {FitScale(layout, place), layout.w / 2.0, layout.h / 2.0};
}

GraphCamera FirstLook(const GraphLayout& layout, const CallGraph& graph, const GraphPlace& place) {
  const GraphCamera whole = WholeGraph(layout, place);
  if (whole.scale >= kReadable || layout.nodes.empty()) return whole;
  std::uint32_t heaviest = 0;
  for (std::uint32_t i = 1; i < graph.nodes(); ++i) {
    if (std::abs(graph.node(i).cum) > std::abs(graph.node(heaviest).cum)) heaviest = i;
  }
  const double half = place.h / 2 / kReadable;
  const double top = layout.h > 2 * half ? half - kMargin / kReadable : layout.h / 2.0;
  const GraphCamera camera{kReadable, layout.nodes[heaviest].x, top};
  return Inside(Showing(camera, layout.nodes[heaviest], place), layout);
}

GraphCamera ZoomedAt(GraphCamera camera, double factor, double from_middle_x, double from_middle_y,
                     const GraphLayout& layout, const GraphPlace& place) {
  const double least = std::min(0.1, FitScale(layout, place));
  const double scale = std::clamp(camera.scale * factor, least, kLargest);
  // The place under the pointer stays there.
  camera.x += from_middle_x / camera.scale - from_middle_x / scale;
  camera.y += from_middle_y / camera.scale - from_middle_y / scale;
  camera.scale = scale;
  return Inside(camera, layout);
}

GraphCamera Panned(GraphCamera camera, double px_x, double px_y, const GraphLayout& layout) {
  camera.x -= px_x / camera.scale;
  camera.y -= px_y / camera.scale;
  return Inside(camera, layout);
}

GraphCamera Showing(GraphCamera camera, const GraphPoint& node, const GraphPlace& place) {
  const auto shown = [&](double middle, double at, double size, double view) {
    const double reach = std::max(0.0, view / 2 / camera.scale - size / 2 - kRoom / camera.scale);
    return std::clamp(middle, at - reach, at + reach);
  };
  camera.x = shown(camera.x, node.x, kNodeWidth, place.w);
  camera.y = shown(camera.y, node.y, kNodeHeight, place.h);
  return camera;
}

GraphCamera Between(const GraphCamera& from, const GraphCamera& to, double t) {
  const auto mix = [&](double a, double b) { return a + (b - a) * t; };
  return {std::exp(mix(std::log(from.scale), std::log(to.scale))), mix(from.x, to.x),
          mix(from.y, to.y)};
}

}  // namespace burnglass
