// UTF-8 at the door to places that insist on it: messages, JSON, the page.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

bool IsUtf8(std::string_view text);

// The text, with U+FFFD in place of what is not UTF-8: one for each maximal subpart, as the Unicode
// standard recommends and browsers do ("a\xf0\x9f\x92b" becomes "a\uFFFDb"). Surrogates and
// overlong forms are not UTF-8.
std::string RepairUtf8(std::string_view text);

// Likewise, on one line: what is not seen (base/unseen.h), and names of files may have, is U+FFFD,
// too.
std::string OneLine(std::string_view text);

}  // namespace burnglass
