// Folded stacks: a line per stack, "main;serve;read 12", the root first, then what was counted. As
// many tools write them; what they hang onto names ("read_[j]", "[k]") stays part of the names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/legacy_formats.h"
#include "profile/profile.h"

namespace burnglass {

// It is this format when every line ends in a space and a whole number, but for blank lines and
// those that begin with '#'. Values are of the type samples/count.
LegacyAttempt ReadFolded(std::string_view text);

// The stacks of a profile with their values of one sample type. Equal stacks are added up, in the
// order in which they come first; sums of 0 are left out. Frames are called by the name of their
// function, those without one by binary and address; in names, what would end them (semicolons,
// line ends) is replaced, so that the text reads back as the same stacks. A sample without frames
// becomes "[no stack]". Fails when a sum does not fit into 64 bits.
Result<std::string> EncodeFolded(const Profile& profile, std::uint32_t sample_type);

}  // namespace burnglass
