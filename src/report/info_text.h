// What a profile holds, for people: `burnglass info`.
#pragma once

#include <string>
#include <string_view>

#include "profile/profile.h"

namespace burnglass {

// One fact a line; sample types as a small table, each with its total. `file_name` as it was given.
std::string InfoText(const ProfilePtr& profile, std::string_view file_name);

}  // namespace burnglass
