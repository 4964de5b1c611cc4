// Labels as frames: tagroot and tagleaf of a query.
#pragma once

#include <string_view>

#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

// The profile with a frame for each key that the query names, at the root or the leaf of every
// stack: a function named by the sample's values of that label, in a file named by the key. The
// first key is nearest to the root. Samples without the label get a frame without a name.
//
// Without such keys the profile itself.
ProfilePtr AddLabelFrames(ProfilePtr profile, const Query& query);

// The values of one of a sample's labels, joined by commas; numbers in `unit`.
std::string JoinLabelValues(const Profile& profile, std::span<const Label> labels,
                            std::string_view key, std::string_view unit);

}  // namespace burnglass
