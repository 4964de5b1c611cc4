// The logo: a lens gathers three rays to a point.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// In a square; below 20 px the middle ray is left out.
void DrawLogo(Frame& frame, const Rect& square);

// The same idea, wide and calm, for the start page's drop area.
void DrawLens(Frame& frame, Point centre);

}  // namespace burnglass::ui
