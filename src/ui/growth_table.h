// What grows over a series: a row for each function, with its counts as a line.
#pragma once

#include "session/growth.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class GrowthTable {
 public:
  void Draw(Frame& frame, const Rect& area, const Growth& growth, const GrowthState& state);

 private:
  struct Columns {
    Rect verdict, function, first, last, slope, error, steps, counts;
  };

  static Columns Place(const Rect& row);
  void DrawHead(Frame& frame, const Rect& head, const Growth& growth) const;
  void DrawRow(Frame& frame, const Rect& row, std::uint32_t number, const Growth& growth,
               bool chosen);

  ScrollState scroll_;
  std::uint32_t shown_for_ = 0;  // the number of rows that scroll_ belongs to
};

}  // namespace burnglass::ui
