// Menu: lines to choose from below a button, above everything else.
#pragma once

#include <string>
#include <vector>

#include "ui/frame.h"

namespace burnglass::ui {

struct MenuItem {
  std::string label;
  std::string detail;  // quieter, at the right
  Icon icon = Icon::kNone;
  bool selected = false;
};

// Opens below `anchor`, or above it where there is no room. Returns the number of the item that was
// chosen, or -1. A press beside it, Escape and the button itself close it (Verb::kDismiss).
int DrawMenu(Frame& frame, const Rect& screen, const Rect& anchor, std::string_view head,
             const std::vector<MenuItem>& items);

}  // namespace burnglass::ui
