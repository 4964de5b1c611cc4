// Writing JSON by hand, for the few small shapes that are handed out.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

// Appends the text as a JSON string, quotes included. What is not UTF-8 passes through: names are
// made valid where they are decoded.
void AppendJson(std::string& json, std::string_view text);

// Likewise, alone: for sentences that repeat what may be any text.
std::string JsonText(std::string_view text);

}  // namespace burnglass
