// Scroll: a region that shows a part of something taller: by wheel, by finger, by its bar.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace burnglass::ui {

struct ScrollState {
  float offset = 0;     // px that lie above the region
  bool thrown = false;  // a finger drags the content
};

// Takes wheel, finger and bar and keeps `state` within the content. Call before the content is
// drawn; the bar is 10 px at the right and only there when something is hidden.
void Scroll(Frame& frame, std::string_view id, const Rect& region, float content,
            ScrollState& state);

// So that [top, top + height) of the content is seen.
void ScrollTo(ScrollState& state, const Rect& region, float top, float height);

}  // namespace burnglass::ui
