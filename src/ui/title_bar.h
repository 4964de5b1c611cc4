// Title bar: logo, a tab for each profile, and what concerns the whole program.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Where menus hang: the list of all profiles, what to compare with, and the settings.
struct TitleAnchors {
  Rect profiles, compare, settings;
};

TitleAnchors DrawTitleBar(Frame& frame, const Rect& bar);

enum class GlobalButtons : std::uint8_t {
  kAll,     // with undo, redo and link
  kStart,   // nothing is open
  kNarrow,  // no room for those of the settings' menu; here files are saved as well
};

// Where menus hang; the exports' only where there is a button for them.
struct GlobalAnchors {
  Rect settings, exports;
};

// What concerns the whole program, at the right end of `bar`; takes its room off it.
GlobalAnchors DrawGlobalButtons(Frame& frame, Rect& bar, GlobalButtons which);

// 2 px below the title bar: how much of the active load is done.
void DrawTitleProgress(Frame& frame, const Rect& bar);

}  // namespace burnglass::ui
