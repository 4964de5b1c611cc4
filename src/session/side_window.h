// Two graphs of one comparison, locked together: where a place of the whole lies in one side.
#pragma once

#include "session/flame.h"
#include "session/zoom.h"

namespace burnglass {

// The part of `side` that shows what `window` shows of `whole`, both with the same numbers of
// boxes. What is not in the side lies where its neighbours meet.
Window SideWindow(const Flame& whole, const Flame& side, const Window& window);

}  // namespace burnglass
