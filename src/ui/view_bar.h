// View bar: what is measured, how it is seen, and the search.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

Icon ViewIcon(View view);

// Returns where the menu of sample types is to open.
Rect DrawViewBar(Frame& frame, const Rect& bar);

// The search field with what it found at its left; `room` is where both may lie, the field at its
// right end and at most `widest` px wide.
void DrawSearch(Frame& frame, const Rect& room, float widest);

// The button that shows the active sample type and opens the menu of all; returns where it lies.
Rect DrawSampleTypeButton(Frame& frame, const Rect& bar, float x);

}  // namespace burnglass::ui
