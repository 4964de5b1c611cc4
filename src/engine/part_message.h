// A profile of a set: decoded, not yet indexed.
#pragma once

#include <cstdint>
#include <string>

#include "message/message.h"
#include "profile/profile.h"

namespace burnglass {

struct DecodedPart {
  std::string file_name = {};
  ProfilePtr profile = nullptr;
};

// The news that it is there.
Bytes PartMessage(std::uint32_t number, const DecodedPart& part);

}  // namespace burnglass
