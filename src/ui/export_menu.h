// What can be saved as a file: a button, and the menu that it opens.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// At the right end of a bar, which gets shorter by it. Returns where the menu hangs.
Rect DrawExportButton(Frame& frame, Rect& bar);

void DrawExportMenu(Frame& frame, const Rect& screen, const Rect& anchor);

}  // namespace burnglass::ui
