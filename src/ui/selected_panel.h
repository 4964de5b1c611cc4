// Selected: what is known of the selected function: cost, boxes, callers and callees.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

inline constexpr float kSelectedHeight = 295;

// With a head and a line on top. Draws nothing else when no function is selected.
void DrawSelected(Frame& frame, const Rect& area);

// The same for the bottom sheet of the narrow form, without head.
void DrawSelectedSheet(Frame& frame, const Rect& area);

}  // namespace burnglass::ui
