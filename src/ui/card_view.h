// The function card: what one function costs in every sample type of every open profile.
#pragma once

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

// In the place of the view; Esc, Space and every view's tab close it.
void DrawFunctionCard(Frame& frame, const Rect& area, ScrollState& scroll);

}  // namespace burnglass::ui
