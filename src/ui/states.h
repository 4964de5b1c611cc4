// What fills the work area when there is no graph: a load that lasts, a load that failed, a profile
// with nothing in it, a view that the engine refuses.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Begins 200 ms after the load; until then the area stays empty.
void DrawLoading(Frame& frame, const Rect& area, const OpenProfile& profile);
void DrawFailure(Frame& frame, const Rect& area, const OpenProfile& profile);
void DrawEmpty(Frame& frame, const Rect& area, const OpenProfile& profile);
void DrawRefusal(Frame& frame, const Rect& area, const OpenProfile& profile);

}  // namespace burnglass::ui
