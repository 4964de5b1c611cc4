// Title bar: logo, a tab for each profile, and what concerns the whole program.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Where menus hang: the list of all profiles, and the settings.
struct TitleAnchors {
  Rect profiles, settings;
};

TitleAnchors DrawTitleBar(Frame& frame, const Rect& bar);

// What concerns the whole program, at the right end of `bar`; takes its room off it. `all`: there
// is room for undo and link, too. Returns the place of the settings.
Rect DrawGlobalButtons(Frame& frame, Rect& bar, bool all);

// 2 px below the title bar: how much of the active load is done.
void DrawTitleProgress(Frame& frame, const Rect& bar);

}  // namespace burnglass::ui
