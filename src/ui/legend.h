// Legend: what the colours of the boxes say, in the status line.
#pragma once

#include <string>

#include "session/look.h"
#include "ui/frame.h"

namespace burnglass::ui {

// At the right end of `rest`, which it is cut off from.
void DrawLegend(Frame& frame, Rect& rest, ColourBy by);

// What the shape leaves out, if it does, at the same end.
void DrawPruned(Frame& frame, Rect& rest, const Flame& flame);
// "boxes under 0.006 % are not shown in this shape"; empty where all are.
std::string PrunedText(const Flame& flame);

}  // namespace burnglass::ui
