// The boxes of a series in colours that say how much each of them grew: orange what grew, blue what
// fell, in the steps of a difference.
#pragma once

#include <string>
#include <vector>

#include "session/look.h"
#include "session/open_profile.h"
#include "ui/flame_cull.h"
#include "ui/frame.h"

namespace burnglass::ui {

// Of what SlopeTable::Growth tells; from a gain of its mean on a box has the last step.
int GrowthStep(double growth);

// Nothing where boxes are coloured by something else.
void ColourByGrowth(std::vector<SeenBox>& boxes, const OpenProfile& profile, const Answers& answers,
                    ColourBy by);
// Changes whenever the same boxes would get others.
std::string GrowthColouringKey(const OpenProfile& profile, const Answers& answers, ColourBy by);

// At the right of the rest, which is cut: what the colours mean.
void DrawGrowthLegend(Frame& frame, Rect& rest);

}  // namespace burnglass::ui
