// GoroutinePanel: what seems stuck; or of the chosen row its numbers, its stack, what speaks for it
// to be stuck, and its goroutines with the text of one.
#pragma once

#include <string>

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class GoroutinePanel {
 public:
  void Draw(Frame& frame, const Rect& area, const GoroutineTable& table);

 private:
  ScrollState scroll_;
  float content_ = 0;     // px high in the last frame
  std::string made_for_;  // profile and row
};

}  // namespace burnglass::ui
