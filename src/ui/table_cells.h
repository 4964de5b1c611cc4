// Cells that tables of costs share.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "session/numbers.h"
#include "ui/frame.h"

namespace burnglass::ui {

// The largest magnitude, what bars are measured by.
std::int64_t LargestOf(std::span<const std::int64_t> values);

// A bar of `value` against the longest one; nothing for 0.
void DrawCostBar(Frame& frame, const Rect& cell, std::int64_t value, std::int64_t most,
                 Rgba colour);

// "flat, ms" with the mark of the sorted column; a click does what sorts by it.
struct ColumnHead {
  std::string_view word, unit = {};
  Align align = Align::kRight;
  bool sorted = false, ascending = false;
  Verb verb = Verb::kSort;
  std::uint32_t number = 0;
};
void DrawColumnHead(Frame& frame, const Rect& cell, const ColumnHead& head);

// Of the tables of functions.
void DrawSortHead(Frame& frame, const Rect& cell, std::string_view word, const std::string& unit,
                  SortBy sort, Align align);

}  // namespace burnglass::ui
