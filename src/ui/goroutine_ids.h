// The goroutines of a row: the text of one, and the ids of all to choose from.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// As the file prints it, with the way to the next and a button that copies it. Both take their
// height off `rest`.
void DrawGoroutineText(Frame& frame, Rect& rest, const GoroutineStack& stack);

// Only those inside of `panel` are drawn: there may be many. `joined`: those that stood in both
// dumps are bold.
void DrawGoroutineIds(Frame& frame, const Rect& panel, Rect& rest, const GoroutineStack& stack,
                      bool joined);

}  // namespace burnglass::ui
