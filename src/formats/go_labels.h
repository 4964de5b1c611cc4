// Profile labels as Go prints them.
#pragma once

#include <string_view>

#include "profile/profile.h"

namespace burnglass {

// Appends to data.labels what a text like {"handler":"/orders", "n":"0"} says (debug=1), or
// {handler: /orders, "quo\"te": "a, b"}, as dumps have it with quotes only where they are needed.
// False, and nothing appended, when it is no such text from its first byte to its last.
bool AppendGoLabels(std::string_view text, ProfileData& data);

}  // namespace burnglass
