// SidesView: both sides of a comparison as flame graphs of their own, locked together: one window,
// one selection, and what is under the pointer in one is lit in the other.
#pragma once

#include <optional>

#include "ui/flame_view.h"

namespace burnglass::ui {

class SidesView {
 public:
  explicit SidesView(Painting& painting) : before_(painting), after_(painting) {}

  // Fills the layout's graph area; the active profile is a difference whose boxes tell both sides.
  void Draw(Frame& frame, const Layout& layout);

  const std::optional<Hover>& hovered() const;
  FlameView& before() { return before_; }
  FlameView& after() { return after_; }
  // Whether the last frame had the graphs: they may be on their way.
  bool drawn() const { return drawn_; }
  void Leave() { drawn_ = false; }
  void Forget();

 private:
  void DrawSide(Frame& frame, const Layout& layout, Rect area, bool after);

  FlameView before_, after_;
  ViewState views_[2];  // as each side is seen in this frame
  bool drawn_ = false;
};

}  // namespace burnglass::ui
