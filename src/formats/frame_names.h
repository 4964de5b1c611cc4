// How formats without addresses call the frames of a profile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

struct FrameName {
  std::string name;
  std::string_view file;
  std::int64_t line = 0, column = 0;
};

// The frames of a location, one for each of its lines, the outermost first. One without lines is
// called by its binary and address: "[libc.so.6] 0x7f5e5435e0c1".
std::vector<FrameName> FramesOf(const Profile& profile, std::uint32_t location);

// What stands for the frames of a sample that has none, so that its value is not lost.
inline constexpr std::string_view kNoStack = "[no stack]";

}  // namespace burnglass
