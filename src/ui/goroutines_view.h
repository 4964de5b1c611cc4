// Goroutines: by state as a strip, by where they stand as a table, and beside it what seems stuck
// or the chosen row with its stack and its goroutines.
#pragma once

#include "ui/frame.h"
#include "ui/goroutine_groups.h"
#include "ui/goroutine_panel.h"

namespace burnglass::ui {

class GoroutinesView {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height);
  // The menu that is open, below its button.
  void DrawMenus(Frame& frame, const Rect& screen) const;

 private:
  void DrawHead(Frame& frame, Rect& rest, const GoroutineTable& table);
  void DrawStrip(Frame& frame, Rect& rest, const GoroutineTable& table) const;

  GoroutineGroups groups_;
  GoroutinePanel panel_;
  Rect join_, by_, state_, wait_;  // buttons of menus
};

}  // namespace burnglass::ui
