// The bars of a comparison: what A and B are and how they are compared; and what the colours mean,
// with the lenses.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Where the menus of the last frame's buttons open.
struct CompareAnchors {
  Rect sides[2], mode, width;
};

// One line where it is wide enough, else two or three.
float CompareBarHeight(float width);

CompareAnchors DrawCompareBar(Frame& frame, const Rect& bar);

// The menus that these buttons and "Compare" open.
void DrawCompareMenu(Frame& frame, const Rect& screen, const Rect& anchor);
void DrawSideMenu(Frame& frame, const Rect& screen, const Rect& anchor);
void DrawModeMenu(Frame& frame, const Rect& screen, const Rect& anchor);
void DrawWidthMenu(Frame& frame, const Rect& screen, const Rect& anchor);

}  // namespace burnglass::ui
