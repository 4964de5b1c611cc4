// The view Growth of a series: its totals over time, windows to brush on them, and what grows.
#pragma once

#include "ui/growth_table.h"
#include "ui/timeline.h"

namespace burnglass::ui {

class GrowthView {
 public:
  void Draw(Frame& frame, const Rect& area);

 private:
  void DrawBar(Frame& frame, Rect bar, const Growth& growth, const GrowthState& state);
  void DrawFilters(Frame& frame, Rect bar, const GrowthState& state) const;

  Timeline timeline_;
  GrowthTable table_;
};

}  // namespace burnglass::ui
