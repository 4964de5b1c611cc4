// Text that is fit for a terminal. Names in a profile are whatever somebody wrote there: they must
// not move the cursor, set the title, or turn around what stands after them.
#pragma once

#include <string>
#include <string_view>

#include "profile/profile.h"

namespace burnglass {

// Without escape sequences, control characters and characters that change the direction of text;
// what is not UTF-8 becomes U+FFFD. Line ends and tabs stay.
std::string TerminalText(std::string_view text);

// The same without line ends and tabs: they become spaces.
std::string TerminalLine(std::string_view text);

// Makes all names in a profile fit for a line of a terminal.
void MakeNamesPrintable(ProfileData& data);

}  // namespace burnglass
