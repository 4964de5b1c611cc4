// Culling: of all boxes those that can be seen, as rectangles. Neighbours too narrow to be told
// apart become one strip. Positions are reckoned in int64 and double relative to the window, so
// that deep zooms stay exact; floats begin at the px.
#pragma once

#include <cstdint>
#include <vector>

#include "session/flame.h"
#include "session/zoom.h"
#include "ui/flame_painter.h"
#include "ui/geometry.h"

namespace burnglass::ui {

struct CullInput {
  Rect area;  // where the window's width is drawn, CSS px
  Window window;
  float row = 18;     // distance of rows
  double scroll = 0;  // px by which the rows are moved towards the root's side
  bool root_at_bottom = false;
  float gap = 1;                   // between boxes and between rows
  std::uint32_t target_depth = 0;  // rows above it are ancestors of the box zoomed to; 0: none
  std::uint32_t row_step = 1;      // draw only each n-th row (an overview of a deep graph)
};
bool operator==(const CullInput& a, const CullInput& b);

inline constexpr float kStripBelowPx = 0.7f;

// One thing that is drawn: a box, or a strip of boxes of one row.
struct SeenBox {
  PaintedBox painted;
  RowRange places;               // in Flame::At; one for a box
  Box box;                       // it, or the first of the strip
  std::int64_t strip_width = 0;  // of all of the strip, in units of the graph
  std::uint32_t count() const { return places.end - places.begin; }
  bool strip() const { return painted.flags & kPaintMerged; }
};

// Row by row from the root, from left to right. Boxes are clipped to the area's left and right.
std::vector<SeenBox> Cull(const Flame& flame, const CullInput& input);

// The rows that are at least partly inside of the area.
RowRange SeenRows(const CullInput& input, std::uint32_t rows);

float RowTop(const CullInput& input, std::uint32_t depth);

// Where a unit of the graph lies, CSS px.
double PxOf(const CullInput& input, std::int64_t x);

}  // namespace burnglass::ui
