// Callers view: one function as an amber bar, all of its boxes merged; who called it grows up from
// the bar, what it called grows down, over one window; both also as lists.
#pragma once

#include <optional>

#include "ui/flame_view.h"
#include "ui/kin_list.h"

namespace burnglass::ui {

class CallersView {
 public:
  explicit CallersView(Painting& painting) : callers_(painting), callees_(painting) {}

  // Fills the layout's graph area; the active profile has a graph.
  void Draw(Frame& frame, const Layout& layout);
  // Fills the layout's side.
  void DrawLists(Frame& frame, const Layout& layout);

  const std::optional<Hover>& hovered() const;
  FlameView& callers() { return callers_; }
  FlameView& callees() { return callees_; }
  const FlameView& callers() const { return callers_; }
  const FlameView& callees() const { return callees_; }
  // Whether the last frame had the graphs: they may be on their way.
  bool drawn() const { return drawn_; }
  void Forget();

 private:
  // Where the bar lies in its room, and by how much the rows beyond it are moved out of sight.
  struct Place {
    Rect bar;
    double callers_scroll = 0, callees_scroll = 0;
  };
  static Place PlaceBar(const PivotState& pivot, const Rect& room, float row);
  void DrawGraphs(Frame& frame, const Rect& room, float row);

  FlameView callers_, callees_;
  KinList caller_list_, callee_list_;
  bool drawn_ = false;
};

}  // namespace burnglass::ui
