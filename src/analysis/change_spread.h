// How far from each other several profiles of one side of a comparison are.
#pragma once

#include <span>

#include "analysis/changes.h"

namespace burnglass {

// `changes` are of the sums of these profiles, at least two on each side. A change that is not
// larger than what the sides vary by themselves may be chance, too: bounds below that are raised.
void RaiseNoiseBySpread(Changes& changes, std::span<const Selection> a,
                        std::span<const Selection> b, const Query& query);

}  // namespace burnglass
