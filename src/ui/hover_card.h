// Hover card: what the box under the pointer costs, of everything and of its parent.
#pragma once

#include "ui/flame_view.h"
#include "ui/frame.h"

namespace burnglass::ui {

// Above everything, beside the box, inside of `bounds`; takes no pointer.
void DrawHoverCard(Frame& frame, const Hover& hover, const Rect& bounds);

// Where a card of this size lies: below the box, 12 px right of the pointer; above it or to the
// left where there is no room.
Rect PlaceCard(const Rect& box, Point pointer, float w, float h, const Rect& bounds);

}  // namespace burnglass::ui
