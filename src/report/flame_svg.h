// A flame graph as a picture: SVG that needs nothing else, with no script in it.
#pragma once

#include <string>
#include <string_view>

#include "analysis/call_tree.h"
#include "analysis/name_table.h"

namespace burnglass {

struct FlameSvgOptions {
  std::string title = {};      // above the picture
  std::uint32_t width = 1200;  // in px
};

// The root is on top. A box shows the longest form of its name that fits, and says all of it with
// its cost when it is pointed at; its colour has the hue of its package. Boxes narrower than a
// quarter of a pixel are left out, and a line below the picture says how many. Values are in
// `unit`; `own` is whose program it is.
std::string FlameSvg(const CallTree& tree, const NameTable& names, std::string_view unit,
                     const ModuleGuess& own, const FlameSvgOptions& options = {});

}  // namespace burnglass
