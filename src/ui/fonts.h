// Loads the three faces into ImGui's atlas; glyphs are made when they are first drawn.
#pragma once

#include "ui/app.h"
#include "ui/type.h"

namespace burnglass::ui {

// Into the current ImGui context. A file that is no font gives ImGui's own face in its place.
FontSet LoadFonts(const FontFiles& files);

}  // namespace burnglass::ui
