// Speedscope's own file format, JSON: frames that are shared, and profiles as lists of weighted
// stacks ("sampled") or of frames that open and close ("evented").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/legacy_formats.h"
#include "profile/profile.h"

namespace burnglass {

// It is this format when it says so ("$schema") or has both shared frames and profiles.
//
// A weight without a unit is of type weight/count, bytes are space/bytes, times are of type time
// and keep their unit when all are whole numbers, else they become nanoseconds. Time in which no
// frame is open belongs to no sample.
//
// Several profiles in a file, as one for each thread, become one whose samples have the label
// "profile" with the name, if all have the same unit. Otherwise only the one at activeProfileIndex
// is read, and `repaired` says so, as it does of whatever had to be mended: events that do not
// nest, weights that had to be rounded.
LegacyAttempt ReadSpeedscope(std::string_view json);

// One "sampled" profile of this name: the values of one sample type, equal stacks not added up,
// samples of 0 left out. Units that the format does not know become "none". A sample without frames
// has the frame "[no stack]". Fails when the total does not fit into 64 bits.
Result<std::string> EncodeSpeedscope(const Profile& profile, std::uint32_t sample_type,
                                     std::string_view name);

}  // namespace burnglass
