// Title bar: logo, a tab for each profile, and what concerns the whole program.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Returns the place below which the list of all profiles hangs.
Rect DrawTitleBar(Frame& frame, const Rect& bar);

// Theme and help, at the right end of `bar`; takes their room off it.
void DrawGlobalButtons(Frame& frame, Rect& bar);

// 2 px below the title bar: how much of the active load is done.
void DrawTitleProgress(Frame& frame, const Rect& bar);

}  // namespace burnglass::ui
