// Key sheet: the key table, to be read.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

void DrawKeySheet(Frame& frame, const Rect& screen);

}  // namespace burnglass::ui
