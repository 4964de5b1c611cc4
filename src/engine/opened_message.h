// The news that a profile is open: its facts, and its names once for all later answers.
#pragma once

#include <cstdint>

#include "engine/open_profile.h"
#include "message/message.h"

namespace burnglass {

Bytes OpenedMessage(std::uint32_t number, const OpenProfile& open);

}  // namespace burnglass
