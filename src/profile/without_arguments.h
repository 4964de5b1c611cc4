// Function names as drop_frames, keep_frames and prune_from see them.
#pragma once

#include <string_view>

namespace burnglass {

// `name` without a leading '.' and cut at the first '(' that is not part of "(anonymous namespace)"
// or "operator()": "std::sort(int*)" is "std::sort".
std::string_view WithoutArguments(std::string_view name);

}  // namespace burnglass
