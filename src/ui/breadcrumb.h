// Breadcrumb: the way from the root to the box that fills the window, and back.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Not zoomed it says how to zoom: its place is kept, so that rows do not jump when it is needed.
void DrawBreadcrumb(Frame& frame, const Rect& bar, bool narrow);

// The boxes from the root to the target of the zoom or, when zoomed by hand, to the deepest box
// that spans the window.
std::vector<Box> CrumbsOf(const OpenProfile& profile, const Flame& flame, const Window& window);

}  // namespace burnglass::ui
