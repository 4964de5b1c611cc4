// The colours of pprof's graphs.
#pragma once

#include <cstdint>
#include <string>

namespace burnglass {

// 0xrrggbb for a part of the total from -1 (green) over 0 (grey) to 1 (red).
std::uint32_t DotColour(double part);            // of lines
std::uint32_t DotBackgroundColour(double part);  // of boxes: light

// "#b21100"
std::string ColourText(std::uint32_t rgb);

}  // namespace burnglass
