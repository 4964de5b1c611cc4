// Boxes coloured by the value of a label that has the largest part of them, and what the colours
// mean.
#pragma once

#include <string>
#include <vector>

#include "ui/flame_cull.h"
#include "ui/frame.h"

namespace burnglass::ui {

// What colours say of these answers' boxes; null where they do not go by a label, or it is not
// known yet.
const LabelColours* ShownLabelColours(const Frame& frame, const Answers& answers);

void ColourByLabel(std::vector<SeenBox>& boxes, const Frame& frame, const Answers& answers);
// Changes whenever the same boxes would get others.
std::string LabelColouringKey(const Frame& frame, const Answers& answers);

// Marks and values from the right end of `rest`, the largest first, as many as there is room for.
void DrawLabelLegend(Frame& frame, Rect& rest);

// "handler: /orders 72 %": what the colour of a box means, or "".
std::string LabelPartText(const Frame& frame, const Answers& answers, const Box& box);

}  // namespace burnglass::ui
