// The call graph as a picture: SVG that needs nothing else, with no script in it.
#pragma once

#include <string>
#include <string_view>

#include "session/open_profile.h"

namespace burnglass {

// Nodes and edges lie as in the layout and have pprof's colours; each says all of itself when it is
// pointed at. The graph and its layout belong to what the profile shows.
std::string GraphSvg(const OpenProfile& profile, const CallGraph& graph, const GraphLayout& layout,
                     std::string_view title);

}  // namespace burnglass
