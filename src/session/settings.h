// Settings: what of the look is kept from one visit to the next, as text: "theme=dark&text=110".
#pragma once

#include <string>
#include <string_view>

#include "session/look.h"

namespace burnglass {

inline constexpr int kLeastText = 90, kMostText = 150, kTextStep = 10;  // percent

// What has its default is left out.
std::string SettingsText(const Look& look);

// Sets what the text says; what is not understood is left as it is.
void ReadSettings(std::string_view text, Look& look);

}  // namespace burnglass
