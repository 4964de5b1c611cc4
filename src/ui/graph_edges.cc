// The lines of the call graph.
#include <cmath>

#include "ui/colour.h"
#include "ui/graph_picture.h"

namespace burnglass::ui {
namespace {

constexpr float kLabelFrom = 0.6f;    // smaller pictures have no labels
constexpr float kArrowFrom = 0.2f;    // nor, still smaller, arrows
constexpr float kDash = 4, kGap = 3;  // px
constexpr std::size_t kMostPoints = 40'000;

// How an edge stands to what is selected, pointed at and found.
enum class Standing : std::uint8_t { kPlain, kDimmed, kHovered, kSelected };

struct EdgeInk {
  const Theme& theme;
  const CallGraph& graph;
  const GraphMarks& marks;

  Standing Of(const CallEdge& edge) const {
    const auto touches = [&](std::uint32_t node) {
      return node != kNoBox && (edge.from == node || edge.to == node);
    };
    if (touches(marks.selected)) return Standing::kSelected;
    if (touches(marks.hovered)) return Standing::kHovered;
    return marks.search ? Standing::kDimmed : Standing::kPlain;
  }

  // pprof's colours run from grey to red; on our grounds they are half of that.
  Rgba Colour(const CallEdge& edge, Standing standing) const {
    const Rgba plain = Mix(theme.line2, Hex(edge.colour), 0.45f);
    switch (standing) {
      case Standing::kSelected:
        return Mix(theme.outline, theme.canvas, 0.2f);
      case Standing::kHovered:
        return theme.text2;
      case Standing::kDimmed:
        return Mix(plain, theme.canvas, theme.dim);
      case Standing::kPlain:
        break;
    }
    return plain;
  }
};

// A dashed line along points that are on screen already.
void DrawDashes(const Pen& pen, const std::vector<Point>& points, Rgba colour, float width) {
  std::vector<Point> dash;
  bool inked = true;
  float left = kDash;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point from = points[i], to = points[i + 1];
    const float way = std::hypot(to.x - from.x, to.y - from.y);
    if (inked && dash.empty()) dash.push_back(from);
    float done = 0;
    while (way - done > left) {
      done += left;
      const Point at{from.x + (to.x - from.x) * done / way, from.y + (to.y - from.y) * done / way};
      if (inked) {
        dash.push_back(at);
        pen.Polyline(dash.data(), static_cast<int>(dash.size()), colour, width, false);
        dash.clear();
      } else {
        dash = {at};
      }
      inked = !inked;
      left = inked ? kDash : kGap;
    }
    left -= way - done;
    if (inked) dash.push_back(to);
  }
  if (dash.size() > 1) {
    pen.Polyline(dash.data(), static_cast<int>(dash.size()), colour, width, false);
  }
}

void DrawLine(const Pen& pen, const GraphSight& sight, const GraphPicture& picture,
              const EdgeLine& line, const CallEdge& edge, Rgba colour, std::uint32_t step) {
  std::vector<Point> points;
  for (std::uint32_t i = line.begin; i + 1 < line.end; i += step) {
    points.push_back(sight.At(picture.points[i].x, picture.points[i].y));
  }
  points.push_back(sight.At(picture.points[line.end - 1].x, picture.points[line.end - 1].y));
  const float shown = std::clamp(sight.scale(), 0.35f, 1.2f);
  const float width = std::max(1.0f, static_cast<float>(edge.width) * shown);
  if (edge.residual && step == 1 && sight.scale() >= kArrowFrom) {
    DrawDashes(pen, points, colour, width);
  } else {
    pen.Polyline(points.data(), static_cast<int>(points.size()), colour, width, false);
  }
  if (sight.scale() < kArrowFrom) return;
  pen.Triangle(sight.At(line.arrow.tip), sight.At(line.arrow.left), sight.At(line.arrow.right),
               colour);
}

// Returns where the label was put.
Rect DrawLabel(Frame& frame, const GraphSight& sight, const EdgeLine& line, Standing standing) {
  const TextStyle style{Face::kMono, std::clamp(10.5f * sight.scale(), 9.0f, 14.0f)};
  const Point at = sight.At(line.label_at.x, line.label_at.y);
  const float width = frame.pen.Width(style, line.label) + 6;
  const Rect place{at.x - width / 2, at.y - style.size * 0.75f, width, style.size * 1.5f};
  const bool marked = standing == Standing::kSelected || standing == Standing::kHovered;
  frame.pen.Fill(place, frame.theme.canvas);
  frame.pen.Text(place, style,
                 marked                          ? frame.theme.text
                 : standing == Standing::kDimmed ? frame.theme.flame_dim
                                                 : frame.theme.text3,
                 line.label, Align::kCentre);
  return place;
}

// With more points than that a frame takes too long; the lines become straighter.
std::uint32_t StepFor(const GraphSight& sight, const GraphPicture& picture) {
  std::size_t seen = 0;
  for (const EdgeLine& line : picture.edges) {
    if (sight.Sees(line.bounds)) seen += line.end - line.begin;
  }
  return static_cast<std::uint32_t>(1 + seen / kMostPoints);
}

}  // namespace

void DrawEdges(Frame& frame, const GraphSight& sight, const GraphPicture& picture,
               const GraphMarks& marks) {
  const CallGraph& graph = *frame.session.ShownGraph();
  const Names& names = frame.session.active()->names;
  const EdgeInk ink{frame.theme, graph, marks};
  const std::uint32_t step = StepFor(sight, picture);
  // What stands out lies above; of the others the heavy ones.
  for (const bool marked : {false, true}) {
    for (std::uint32_t i = graph.edges(); i-- > 0;) {
      const EdgeLine& line = picture.edges[i];
      const CallEdge edge = graph.edge(i);
      const Standing standing = ink.Of(edge);
      const bool stands_out = standing == Standing::kSelected || standing == Standing::kHovered;
      if (stands_out != marked || !sight.Sees(line.bounds)) continue;
      DrawLine(frame.pen, sight, picture, line, edge, ink.Colour(edge, standing), step);
    }
  }
  for (std::uint32_t i = graph.edges(); i-- > 0;) {
    const EdgeLine& line = picture.edges[i];
    if (!sight.Sees(line.bounds)) continue;
    const CallEdge edge = graph.edge(i);
    const Standing standing = ink.Of(edge);
    const bool marked = standing == Standing::kSelected || standing == Standing::kHovered;
    const Point at = sight.At(line.label_at.x, line.label_at.y);
    Rect place{at.x - 8, at.y - 8, 16, 16};
    if (marked || sight.scale() >= kLabelFrom) place = DrawLabel(frame, sight, line, standing);
    std::string name(names.Full(graph.node(edge.from).name));
    name.append(edge.residual ? " … " : " → ").append(names.Full(graph.node(edge.to).name));
    frame.snapshot.Add(Role::kEdge, name, line.label + (edge.inlined ? ", inlined" : ""), place,
                       standing == Standing::kSelected  ? kSelected
                       : standing == Standing::kHovered ? kHovered
                                                        : 0);
  }
}

}  // namespace burnglass::ui
