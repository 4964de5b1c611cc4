// Command palette: every action by name, found by typing.
#pragma once

#include <string>
#include <vector>

#include "session/actions.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class CommandPalette {
 public:
  void Draw(Frame& frame, const Rect& screen);
  // The next one begins at its first line.
  void Forget() { found_for_ = "\n"; }

 private:
  void Find(const Frame& frame);
  void DrawField(Frame& frame, const Rect& area);
  void DrawRows(Frame& frame, const Rect& area);
  void DrawFoot(Frame& frame, const Rect& area);
  void Choose(Frame& frame, const Action& action);

  std::vector<Action> found_;
  std::string found_for_ = "\n";  // no text that can be typed
  ScrollState scroll_;
};

}  // namespace burnglass::ui
