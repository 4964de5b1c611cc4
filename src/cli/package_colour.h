// The colour that pprof's web page gives to a package: a number that its script makes a hue of.
#pragma once

#include <cstdint>
#include <string_view>

namespace burnglass {

// Below 2^20, and the same for the same text everywhere.
std::uint32_t PackageColour(std::string_view package);

}  // namespace burnglass
