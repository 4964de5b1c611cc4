// What lies over the call graph: an overview to move about in, buttons, and sentences in its place.
#pragma once

#include <string_view>

#include "ui/graph_picture.h"

namespace burnglass::ui {

void DrawGraphTools(Frame& frame, const GraphSight& sight);

// How much of all is drawn, and what is not, over the upper end of the graph.
void DrawGraphFacts(Frame& frame, const Rect& area);

// What is said where there is no graph to be seen.
void DrawGraphSentence(Frame& frame, const Rect& area, std::string_view sentence);

}  // namespace burnglass::ui
