// Whether two profiles say the same.
#pragma once

#include <string>

#include "profile/profile.h"

namespace burnglass {

// The first thing in which they differ, whatever the numbers of their strings are; empty: nothing.
// What was repaired is not looked at: no format keeps it.
std::string FirstDifference(const ProfileData& a, const ProfileData& b);

}  // namespace burnglass
