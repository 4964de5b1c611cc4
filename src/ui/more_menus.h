// The menus of filters and of settings.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// The filters by pprof's names, with what they say now; a choice opens the filter's field.
void DrawFiltersMenu(Frame& frame, const Rect& screen, const Rect& anchor);

// Theme, contrast, size of text and motion; it stays open while one after the other is set.
void DrawSettingsMenu(Frame& frame, const Rect& screen, const Rect& anchor);

}  // namespace burnglass::ui
