// The panel of the view Heap: the whole heap, what the program told of it, and what the columns
// mean.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Returns how high it is.
float DrawHeapPanel(Frame& frame, Rect rest, const HeapTable& table);

}  // namespace burnglass::ui
