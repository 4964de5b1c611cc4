// GraphPicture: what is drawn of a laid-out call graph and does not change while it is moved:
// words, lines as points, arrows. And GraphSight: where all that is on screen.
#pragma once

#include <string>
#include <vector>

#include "session/call_graph.h"
#include "session/graph_camera.h"
#include "session/open_profile.h"
#include "ui/frame.h"

namespace burnglass::ui {

struct NodeWords {
  std::string name;    // the form that fits
  std::string values;  // "120 ms of 2.13 s": flat of cum
  std::string share;   // cum of the total
};

struct EdgeLine {
  std::uint32_t begin = 0, end = 0;  // of GraphPicture::points
  Arrowhead arrow;
  Rect bounds;  // of its points, px of the layout
  std::string label;
  Point label_at;  // where the layout has no room for it, in the middle of the line
};

struct GraphPicture {
  std::vector<NodeWords> nodes;
  std::vector<EdgeLine> edges;
  std::vector<Point> points;
};

GraphPicture MakePicture(const Pen& pen, const OpenProfile& profile, const CallGraph& graph,
                         const GraphLayout& layout);

// From px of the layout to px on screen.
struct GraphSight {
  Rect area;
  GraphCamera camera;

  float scale() const { return static_cast<float>(camera.scale); }
  Point At(float x, float y) const {
    return {area.middle_x() + static_cast<float>((x - camera.x) * camera.scale),
            area.middle_y() + static_cast<float>((y - camera.y) * camera.scale)};
  }
  Point At(const GraphPoint& point) const { return At(point.x, point.y); }
  Rect NodeAt(const GraphPoint& middle) const {
    const Point at = At(middle);
    const float w = kNodeWidth * scale(), h = kNodeHeight * scale();
    return {at.x - w / 2, at.y - h / 2, w, h};
  }
  bool Sees(const Rect& r) const {
    const Point from = At(r.x, r.y), to = At(r.right(), r.bottom());
    return to.x >= area.x && from.x <= area.right() && to.y >= area.y && from.y <= area.bottom();
  }
};

// What stands out, by number; kNoBox: nothing.
struct GraphMarks {
  std::uint32_t hovered = kNoBox;
  std::uint32_t selected = kNoBox;
  bool by_key = false;  // the selection shows the focus ring
  const Search* search = nullptr;
};

// Lines below, nodes above, each with its entry in the snapshot.
void DrawEdges(Frame& frame, const GraphSight& sight, const GraphPicture& picture,
               const GraphMarks& marks);
void DrawNodes(Frame& frame, const GraphSight& sight, const GraphPicture& picture,
               const GraphMarks& marks);

}  // namespace burnglass::ui
