// A profile as text, the way pprof's Profile.String() lists it (`pprof -raw`): the form of its
// golden files.
#pragma once

#include <cstdint>
#include <string>

#include "profile/profile.h"

namespace burnglass {

// Times are in UTC.
std::string ListProfile(const ProfileData& data);

// "0x1f"; unlike printf's, 0 is "0x0".
std::string ListHex(std::uint64_t number);

// The same of the profile as pprof's command has it: with a mapping for all if it came with none.
std::string ListProfileOfCommand(ProfileData data);

}  // namespace burnglass
