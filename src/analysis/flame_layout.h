// FlameLayout: the boxes of a CallTree that a view can show, and exactly how many it cannot.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/call_tree.h"

namespace burnglass {

// x runs from 0 to the width of the root, in units of the sample type.
struct FlameWindow {
  std::int64_t x_begin = 0, x_end = 0;  // what is looked at; both 0: all
  std::int64_t min_width = 0;           // narrower boxes may be left out; 0: see kFinestParts
};

// Without another wish, boxes narrower than this part of the window are left out: less than half a
// device pixel of the widest screens.
inline constexpr std::int64_t kFinestParts = 16384;

// The narrowest box that is shown, without another wish, of a window so wide.
constexpr std::int64_t FinestWidth(std::int64_t window) {
  return window < kFinestParts ? 1 : window / kFinestParts;
}

// Columns, one element for each box: parents before children, siblings from left to right.
struct FlameLayout {
  std::vector<std::uint32_t> box;            // number in the CallTree
  std::vector<std::uint32_t> parent;         // index in these columns, kNone for the root
  std::vector<std::uint8_t> parts_left_out;  // 1: has children in the window that are not here

  std::uint32_t left_out = 0;           // boxes in the window that are not here
  std::int64_t x_begin = 0, x_end = 0;  // the window, cut to the root
  std::int64_t min_width = 0;           // all boxes of the window that are so wide are here
};

// A box is in the window when it has a part inside; the root always is. A box is left out when it
// is too narrow; what is below it is narrower still.
FlameLayout LayOutFlame(const CallTree& tree, const FlameWindow& window);

}  // namespace burnglass
