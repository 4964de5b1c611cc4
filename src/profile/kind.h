// What kind of profile this is, seen from its content; the name of the file is only a last hint.
#pragma once

#include <string>
#include <string_view>

#include "profile/profile.h"

namespace burnglass {

// "cpu", "heap", "goroutine", "goroutineleak", "block", "mutex", "threadcreate", "contention" for
// block or mutex where neither the frames nor the file's name tell which, otherwise the profile's
// own name for its last sample type ("wall", "growth", …), and "profile" when it has none.
std::string ProfileKind(const Profile& profile, std::string_view file_name = {});

}  // namespace burnglass
