// The tour: a few steps over a profile that is open, each with a frame around what it tells of.
#pragma once

#include "ui/frame.h"
#include "ui/layout.h"

namespace burnglass::ui {

void DrawTour(Frame& frame, const Rect& screen, const Layout& layout);

}  // namespace burnglass::ui
