// GraphView: the call graph with its gestures. It shows what the session says and asks by commands;
// of its own it has only what is made once of a graph, and what moves between two frames.
#pragma once

#include <optional>
#include <string>

#include "ui/frame.h"
#include "ui/graph_picture.h"

namespace burnglass::ui {

class GraphView {
 public:
  // Draws the active profile's call graph, or says why there is none yet, and takes its gestures.
  void Draw(Frame& frame, const Rect& area);

  // Of the frame just drawn.
  std::optional<NameId> hovered() const { return hovered_; }
  // Where it was drawn; w 0: it was not.
  const GraphPlace& place() const { return place_; }
  void Leave() { place_ = {}, hovered_.reset(); }

  // Pinched by two fingers since the last frame.
  void Pinch(Point at, float factor) { pinch_at_ = at, pinch_ *= factor; }

 private:
  void Make(const Frame& frame, const OpenProfile& profile);
  GraphCamera MovedCamera(Frame& frame, const OpenProfile& profile);
  void TakePointer(Frame& frame, const GraphSight& sight);
  void TakeDrag(Frame& frame);
  void TakeZoom(Frame& frame, const GraphSight& sight, bool hovered);
  void Select(Frame& frame, std::uint32_t node) const;
  std::uint32_t Pick(const Frame& frame, const GraphSight& sight) const;

  std::string made_for_;  // profile, query, density: what picture_ was made of
  GraphPicture picture_;
  GraphPlace place_;
  GraphMarks marks_;
  std::optional<NameId> hovered_;

  // The way from one look to the next.
  std::string moving_in_;  // as made_for_
  GraphCamera from_, to_, now_;
  double moving_since_ = -1;
  bool by_hand_ = false;  // the next change comes from a gesture: no animation

  Point dragged_;  // how far the picture has followed the pointer since it was pressed
  Point pinch_at_;
  float pinch_ = 1;
};

}  // namespace burnglass::ui
