// Viewport: where a flame graph is drawn.
#pragma once

namespace burnglass {

// The place where the active graph is drawn: how fine it must be asked, and how far keys move it.
struct Viewport {
  float width = 0, height = 0;  // px
  float row = 18;               // px
  double anchor = 0.5;  // where the pointer is, 0 … 1 of the width: zooming by key stays there
};

}  // namespace burnglass
