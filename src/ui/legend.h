// Legend: what the colours of the boxes say, in the status line.
#pragma once

#include "session/look.h"
#include "ui/frame.h"

namespace burnglass::ui {

// At the right end of `rest`, which it is cut off from.
void DrawLegend(Frame& frame, Rect& rest, ColourBy by);

}  // namespace burnglass::ui
