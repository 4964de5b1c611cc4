// Which of a profile's sample types is meant.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// The one that default_sample_type names, else the last.
std::uint32_t DefaultSampleType(const Profile& profile);

// `wanted` is an index, the name of a type, or that name without "inuse_"; empty: the default.
// The error lists the types there are. A profile without sample types has nothing to pick.
Result<std::uint32_t> FindSampleType(const Profile& profile, std::string_view wanted);

}  // namespace burnglass
