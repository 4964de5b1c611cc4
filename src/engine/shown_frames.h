// What a query shows, as a profile of its own: every frame a function, whatever it stands for.
#pragma once

#include "engine/open_profile.h"

namespace burnglass {

// The stacks of the answer in frames as the page names them: lines, files, addresses, values of
// labels. One sample type, the query's.
Result<ProfilePtr> ProfileOfShownFrames(const Answered& answered, const OpenProfile& open);

}  // namespace burnglass
