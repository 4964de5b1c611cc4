// Texts as regular expressions.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

// An RE2 pattern for just this text, wherever it stands.
std::string QuotedPattern(std::string_view text);

}  // namespace burnglass
