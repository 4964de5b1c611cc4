// Function menu: what can be done with the selected function, in pprof's words.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Opens at `anchor`; the active profile has a selected function.
void DrawFunctionMenu(Frame& frame, const Rect& screen, const Rect& anchor);

}  // namespace burnglass::ui
