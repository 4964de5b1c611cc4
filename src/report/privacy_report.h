// What in a profile could tell of people, machines and code: `burnglass privacy`.
#pragma once

#include <string>
#include <string_view>

#include "analysis/privacy.h"

namespace burnglass {

// A table of each section, for people: how many different ones, in how many places, some of them.
std::string PrivacyText(const PrivacyReport& report, std::string_view file_name);

std::string PrivacyJson(const PrivacyReport& report, std::string_view file_name);

}  // namespace burnglass
