// Filter bar: how the graph is turned and filtered at the left, the facts at the right. Status
// line: what was just done or the full name under the pointer, the legend, and how much of the
// network was used: nothing.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/frame.h"
#include "ui/shape_menus.h"

namespace burnglass::ui {

// Returns where the menu of filters is to open.
Rect DrawFilterBar(Frame& frame, const Rect& bar, bool drawer, ShapeMenus& shapes);

// `name`: what the pointer is on, or else the selected function. `requests`: of the page, since it
// was ready.
void DrawStatus(Frame& frame, const Rect& bar, std::optional<NameId> name, std::uint32_t requests);

}  // namespace burnglass::ui
