// A profile may say itself which frames nobody wants to see: drop_frames, keep_frames.
#pragma once

#include "profile/profile.h"

namespace burnglass {

// Cuts each stack at the first frame from the root that drop_frames matches as a whole and
// keep_frames does not, that frame and all below it; but never before a frame that stays, so that
// nothing is cut away entirely. Patterns that are no RE2 are ignored, as by pprof.
void RemoveUninteresting(ProfileData& profile);

}  // namespace burnglass
