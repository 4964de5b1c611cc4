// The news that a profile is open: its facts, and its names once for all later answers.
#pragma once

#include <cstdint>

#include "engine/open_profile.h"
#include "message/message.h"

namespace burnglass {

// All that Opened says of the profile, but for its names.
pb::Opened DescribeProfile(const OpenProfile& open);

Bytes OpenedMessage(std::uint32_t number, const OpenProfile& open);

// The news of names that were not there before `first`.
Bytes MoreNamesMessage(std::uint32_t number, const OpenProfile& open, NameId first);

}  // namespace burnglass
