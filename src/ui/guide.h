// Guide: which profile answers which question, how to get it, and how to lend profiles out safely;
// a sheet over everything, opened from Facts, from what is empty and from the start page.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

void DrawGuide(Frame& frame, const Rect& screen);

// The words that open it, at the left of the rectangle; returns their width.
float GuideLink(Frame& frame, const Rect& line);

}  // namespace burnglass::ui
