// The colours of pprof's graphs.
#pragma once

#include <string>

namespace burnglass {

// "#b21100" for a part of the total from -1 (green) over 0 (grey) to 1 (red).
std::string DotColour(double part);            // of lines
std::string DotBackgroundColour(double part);  // of boxes: light

}  // namespace burnglass
