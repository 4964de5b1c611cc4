// Zoom: which part of the graph is seen. Plain arithmetic on windows; pixels and time are not
// known here.
#pragma once

#include <cstdint>

#include "session/flame.h"

namespace burnglass {

// [begin, begin + width) in units of the graph. Positions are doubles: exact up to 2^53, and far
// beyond that no screen shows single units.
struct Window {
  double begin = 0, width = 0;
  double end() const { return begin + width; }
};
bool operator==(const Window& a, const Window& b);

Window WindowOf(const Box& box);

// Inside [0, whole), and no narrower than what a float can place a pixel in.
Window Clamped(Window window, double whole);

// Narrower by `factor` (> 1: closer) around the place `anchor` (0 … 1) of the window.
Window ZoomedAt(Window window, double factor, double anchor, double whole);

// Moved by a part of its width.
Window Panned(Window window, double part, double whole);

// The window moved, not zoomed, until it shows the range; untouched when it does already. A range
// wider than the window is shown from its begin.
Window Showing(Window window, double begin, double end, double whole);

// Between two windows, t from 0 to 1: the edges move on straight lines.
Window Between(const Window& from, const Window& to, double t);

}  // namespace burnglass
