// GraphCamera: which part of the call graph is seen, and how large. Plain arithmetic.
#pragma once

#include "session/call_graph.h"

namespace burnglass {

struct GraphCamera {
  double scale = 0;     // px on screen of a px of the layout; 0: not chosen yet
  double x = 0, y = 0;  // the place of the layout in the middle of the view
};
bool operator==(const GraphCamera& a, const GraphCamera& b);

// The place where the graph is drawn, px, and where the pointer is in it, from the middle.
struct GraphPlace {
  double w = 0, h = 0;
  double pointer_x = 0, pointer_y = 0;
};

// All of the layout, but never larger than life.
GraphCamera WholeGraph(const GraphLayout& layout, const GraphPlace& place);

// What is seen first: all of it where its words can be read so, else the top with the heaviest
// node in the middle.
GraphCamera FirstLook(const GraphLayout& layout, const CallGraph& graph, const GraphPlace& place);

// Larger by `factor` around the place so many px from the middle of the view.
GraphCamera ZoomedAt(GraphCamera camera, double factor, double from_middle_x, double from_middle_y,
                     const GraphLayout& layout, const GraphPlace& place);

// Moved so that the picture goes this way, px.
GraphCamera Panned(GraphCamera camera, double px_x, double px_y, const GraphLayout& layout);

// Moved, not zoomed, until the node is seen with some room around.
GraphCamera Showing(GraphCamera camera, const GraphPoint& node, const GraphPlace& place);

GraphCamera Between(const GraphCamera& from, const GraphCamera& to, double t);

}  // namespace burnglass
