// Filter chips: the filters of the query in pprof's words, each to be edited in place and dropped.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Draws chips, the field of the filter that is being typed, and "+ Filter" from the left end of
// `rest` on; takes their room off it. Returns where the menu of filters is to open.
Rect DrawFilterChips(Frame& frame, Rect& rest);

// The field alone, where there is no room for anything else.
void DrawFilterField(Frame& frame, const Rect& place);

// Below the field: why the engine does not take what is typed. Above everything else.
void DrawFilterRefusal(Frame& frame, const Rect& screen);

}  // namespace burnglass::ui
