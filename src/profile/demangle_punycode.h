// Letters beyond ASCII in Rust's identifiers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace burnglass {

// RFC 3492 with Rust's '_' for '-' before the digits: "gdel_5qa" to "gödel". Nothing when
// malformed.
std::optional<std::string> DecodePunycode(std::string_view text);

}  // namespace burnglass
