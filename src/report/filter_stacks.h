// What a query leaves of a profile, for formats that hold stacks and not tables.
#pragma once

#include <string>

#include "analysis/select.h"
#include "base/result.h"

namespace burnglass {

// A profile of what the query's filters leave, and a selection of all of it. Its total is what
// percentages are of by the query, so it may be of more than there is.
Result<Selection> FilterStacks(ProfilePtr profile, const Query& query);

}  // namespace burnglass
