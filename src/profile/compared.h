// Profiles that are a comparison already: pprof's diff_base, saved.
#pragma once

#include "profile/profile.h"

namespace burnglass {

// Some of its samples carry the label pprof::base: they are what the others are compared with.
bool IsCompared(const Profile& profile);

struct ComparedSides {
  ProfilePtr before, after;
};

// Its two sides, with the values that each had before it was taken away from the other.
ComparedSides SplitCompared(const Profile& profile);

}  // namespace burnglass
