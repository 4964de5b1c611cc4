// The small boxes of labels beside the nodes of pprof's graphs.
#pragma once

#include <cstdint>
#include <string>

#include "report/pprof_parts.h"

namespace burnglass {

// The boxes and lines for the tags of a node that is drawn under this number; nothing for none.
std::string DotTags(const GraphInput& graph, std::uint32_t node, std::size_t drawn_as);

}  // namespace burnglass
