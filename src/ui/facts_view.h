// Facts: everything the file says about itself.
#pragma once

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class FactsView {
 public:
  void Draw(Frame& frame, const Rect& area);

 private:
  ScrollState scroll_;
  float content_ = 0;  // px, as it was drawn last
  ProfileId drawn_ = 0;
};

}  // namespace burnglass::ui
