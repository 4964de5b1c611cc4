// Facts: everything the file says about itself.
#pragma once

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

void DrawFactsView(Frame& frame, const Rect& area, ScrollState& scroll);

}  // namespace burnglass::ui
