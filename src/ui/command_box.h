// A command in a sunk box with a button that copies it.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace burnglass::ui {

void DrawCommandBox(Frame& frame, const Rect& box, std::string_view id, std::string_view command);

}  // namespace burnglass::ui
