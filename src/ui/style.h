// ImGui's own style, filled from the theme. Hardly anything is drawn by ImGui itself: this keeps
// what is (windows, clipping) without borders, rounding and padding of its own.
#pragma once

#include "ui/theme.h"

namespace burnglass::ui {

void ApplyStyle(const Theme& theme, float dpr);

}  // namespace burnglass::ui
