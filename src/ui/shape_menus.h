// Shape menus: which shape the tree has and what its colours say, as two buttons with menus.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

class ShapeMenus {
 public:
  // Cuts their places off the left of `rest`.
  void DrawButtons(Frame& frame, Rect& rest);
  // The one of the shape alone, where there is little room: its menu leads to the colours.
  void DrawShapeButton(Frame& frame, Rect& rest);

  // The menu that is open, if it is one of these.
  void DrawOpen(Frame& frame, const Rect& screen);

  Rect rows_anchor;  // the button whose menu chooses by which label the table goes

 private:
  void DrawShapes(Frame& frame, const Rect& screen);
  void DrawColours(Frame& frame, const Rect& screen);
  void DrawRowsLabels(Frame& frame, const Rect& screen);

  Rect shapes_anchor_, colours_anchor_;
  bool colours_below_ = false;  // in the shape's menu
};

}  // namespace burnglass::ui
