// Frames of profilers and allocators, which legacy formats could not name themselves.
#pragma once

#include "profile/profile.h"

namespace burnglass {

// Sets drop_frames and keep_frames as pprof does for what is measured: allocators for heap
// profiles, locks for contention, signal handlers for all others.
void AddLegacyFrames(ProfileData& data);

}  // namespace burnglass
