// Menus of the goroutines view: with what to join, how to group, which rows to show.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

void DrawJoinMenu(Frame& frame, const Rect& screen, const Rect& anchor);
void DrawByMenu(Frame& frame, const Rect& screen, const Rect& anchor);
void DrawStateMenu(Frame& frame, const Rect& screen, const Rect& anchor);
void DrawWaitMenu(Frame& frame, const Rect& screen, const Rect& anchor);

}  // namespace burnglass::ui
