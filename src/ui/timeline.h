// The totals of a series over time, as bars, with the windows that are brushed on them.
#pragma once

#include <optional>

#include "session/growth.h"
#include "ui/frame.h"

namespace burnglass::ui {

class Timeline {
 public:
  void Draw(Frame& frame, const Rect& area, const Growth& growth, const GrowthState& state);

  // A press on a bar sets a deploy marker, until one is set.
  bool marking = false;

 private:
  struct Plot {
    Rect rect;              // of the bars
    std::size_t bars = 0;   // each of one profile, or of several where they are many
    std::int64_t most = 1;  // at the top
  };

  void DrawScale(Frame& frame, const Growth& growth, const Plot& plot) const;
  void DrawBar(Frame& frame, const Growth& growth, const Plot& plot, std::size_t bar);
  void DrawBrush(Frame& frame, const Growth& growth, const Plot& plot, const Brush& brush,
                 std::string_view word) const;
  void DrawLegend(Frame& frame, const Rect& area, const Growth& growth) const;
  void TakePress(Frame& frame, const Growth& growth, const Plot& plot, std::size_t bar,
                 const Press& press);
  void EndDrag(Frame& frame, const Growth& growth, const Plot& plot);

  std::vector<std::size_t> shown_rows_;  // of the answer: each has a colour of its own
  std::optional<std::size_t> from_;      // the bar that a drag began on
  bool held_ = false;
};

// When a profile was taken, as short as its neighbours allow; its place where that is not known.
std::string MomentText(const Growth& growth, std::size_t profile);

}  // namespace burnglass::ui
