// Percent-encoding, as values of URL parameters have it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace burnglass {

// All bytes but letters, digits and "-_.~" as "%20".
std::string PercentEncode(std::string_view text);

// A '+' is a space, as in pprof's own links. Nothing when a '%' is not followed by two hexadecimal
// digits.
std::optional<std::string> PercentDecode(std::string_view text);

}  // namespace burnglass
