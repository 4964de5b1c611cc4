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
    std::size_t profiles = 0;

    // Where a profile's bar begins, px; where the last one ends for what is behind it.
    float EdgeOf(std::uint32_t profile) const;
    // The profile whose bar begins nearest to a place.
    std::uint32_t EdgeAt(float x) const;
  };

  void DrawScale(Frame& frame, const Growth& growth, const Plot& plot) const;
  void DrawBar(Frame& frame, const Growth& growth, const Plot& plot, std::size_t bar);
  void DrawBrush(Frame& frame, const Plot& plot, const Brush& brush, std::string_view word) const;
  void DrawLegend(Frame& frame, const Rect& area, const Growth& growth) const;
  void TakePress(Frame& frame, const Growth& growth, const Plot& plot, std::size_t bar,
                 const Press& press);
  void EndDrag(Frame& frame, const Growth& growth, const Plot& plot);

  // timeline_marks.cc: what lies over the bars and can be taken hold of. It takes the pointer
  // before the bars do, and is drawn after them.
  void TakeMarks(Frame& frame, const Plot& plot, const GrowthState& state);
  void DrawMarks(Frame& frame, const Growth& growth, const Plot& plot,
                 const GrowthState& state) const;

  std::vector<std::size_t> shown_rows_;  // of the answer: each has a colour of its own
  std::optional<std::size_t> from_;      // the bar that a drag began on
  bool held_ = false;
  std::optional<std::uint32_t> edge_;    // the edge under the pointer, as Verb::kBrushEdge has it
  std::optional<std::uint32_t> deploy_;  // the marker under the pointer, by its place
};

// Bars of several profiles: [BarBegin, BarBegin of the next) are those of one.
std::size_t BarBegin(std::size_t bar, std::size_t bars, std::size_t profiles);
std::size_t BarOf(std::size_t profile, std::size_t bars, std::size_t profiles);

// When a profile was taken, as short as its neighbours allow; its place where that is not known.
std::string MomentText(const Growth& growth, std::size_t profile);

}  // namespace burnglass::ui
