// Minimap: the whole graph in a strip, and in it the window that is seen, to be moved and resized.
#pragma once

#include <string>
#include <vector>

#include "ui/flame_cull.h"
#include "ui/frame.h"
#include "ui/painting.h"

namespace burnglass::ui {

class Minimap {
 public:
  explicit Minimap(Painting& painting) : painting_(painting) {}

  // `window` is what the graph below shows now. True when a gesture moved it.
  bool Draw(Frame& frame, const Rect& area, const Window& window);

  void Forget() { made_for_.clear(); }

 private:
  enum class Grip : std::uint8_t { kNone, kLeft, kRight, kInside, kOutside };

  void Make(const OpenProfile& profile, const Rect& area, ColourBy by);
  void MakeTicks(const OpenProfile& profile, const Search* search);
  bool TakePointer(Frame& frame, const Rect& area, const Rect& seen, const Window& window);
  void DrawWindow(Frame& frame, const Rect& area, const Rect& seen) const;

  Painting& painting_;
  CullInput input_;
  std::string made_for_;
  std::vector<SeenBox> seen_;
  std::string ticks_for_;
  std::vector<Rect> ticks_;

  Grip grip_ = Grip::kNone;
  Window grabbed_;         // the window when it was grabbed
  double grabbed_at_ = 0;  // and where, in units of the graph
};

// The row height and the step between rows with which `rows` rows fit into `height` px.
struct MinimapRows {
  float row = 1;
  std::uint32_t step = 1;
};
MinimapRows FitRows(std::uint32_t rows, float height);

}  // namespace burnglass::ui
