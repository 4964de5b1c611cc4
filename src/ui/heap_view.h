// The view Heap: what each function or line allocated and what of that is still in use, with what
// the program told of its heap beside it.
#pragma once

#include "ui/frame.h"
#include "ui/heap_table.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class HeapView {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height);

 private:
  static void DrawBar(Frame& frame, Rect bar, const HeapTable& table);

  HeapRows rows_;
  ScrollState panel_scroll_;
  float panel_ = 0;  // px high in the last frame
};

}  // namespace burnglass::ui
