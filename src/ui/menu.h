// Menu: lines to choose from below a button, above everything else.
#pragma once

#include <string>
#include <vector>

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

enum class MenuKey : std::uint8_t { kUp, kDown, kFirst, kLast, kChoose };

// What a menu keeps between two frames; there is one open at a time.
struct MenuState {
  std::vector<MenuKey> keys;  // pressed since the last frame
  bool fresh = true;          // it has not been drawn yet
  int at = 0;                 // the line that Enter chooses
  Point pointer;              // where it was in the last frame
  ScrollState scroll;
};

struct MenuItem {
  std::string label;
  std::string detail = {};  // quieter, at the right
  Icon icon = Icon::kNone;
  bool selected = false;
  std::string caps = {};  // its key
  bool rule = false;      // another group begins: a line above
};

// Opens below `anchor`, or above it where there is no room. Returns the number of the item that was
// chosen, by pointer or by key, or -1. A press beside it, Escape and the button itself close it
// (Verb::kDismiss).
int DrawMenu(Frame& frame, const Rect& screen, const Rect& anchor, std::string_view head,
             const std::vector<MenuItem>& items);

// Carries out what was pressed: moves `at` among `count` lines. True: the line is chosen.
bool TakeMenuKeys(MenuState& state, int count);

}  // namespace burnglass::ui
