// Privacy: what the file could tell of people, machines and code, and a copy that does not.
#pragma once

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

// In the place of the view; Esc and every view's tab close it.
void DrawPrivacy(Frame& frame, const Rect& area, ScrollState& scroll);

// The words that open it, at the left of the rectangle; returns their width.
float PrivacyLink(Frame& frame, const Rect& line);

}  // namespace burnglass::ui
