// Start page: where to begin when nothing is open, and the cue while files hover over the page.
#pragma once

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

void DrawStartPage(Frame& frame, const Rect& area, bool dragging, ScrollState& scroll);

// Over everything: these files may be let go here.
void DrawDropCue(Frame& frame, const Rect& screen);

}  // namespace burnglass::ui
