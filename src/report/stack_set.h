// The stacks of a flame graph as pprof's own page is given them: JSON of the total, of all stacks
// that the query left, in the order of their samples, and of the sources that stand in them.
//
//   {"Total": 40, "Scale": 1e-09, "Type": "cpu", "Unit": "s",
//    "Stacks": [{"Value": 10, "Sources": [0, 1, 2]}],          from the root, which is source 0
//    "Sources": [{"FullName": "main.run", "FileName": "main.go", "UniqueName": "main.run",
//                 "Inlined": false, "Display": ["main.run", "run"],
//                 "Places": [{"Stack": 0, "Pos": 1}], "Self": 0, "Color": 28173}]}
//
// A function that was inlined in one place and not in another is two sources with two unique names.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "analysis/select.h"

namespace burnglass {

// The number of a package's colour.
using ColourOfPackage = std::function<std::uint32_t(std::string_view package)>;

// `selection` comes from SelectStacks of this query.
std::string StackSetJson(const Selection& selection, const Query& query,
                         const ColourOfPackage& colour);

}  // namespace burnglass
