// Two profiles for `diff` and `check`.
#pragma once

#include <string>

#include "analysis/changes.h"
#include "cli/sources.h"

namespace burnglass {

// The costs of both under the query. Fails on what cannot be read, and names it; on a query that
// does not fit; and on profiles that measure different things.
Result<Changes> CompareSources(const std::string& a, const std::string& b, const Query& query,
                               const SourceOptions& web, NamesFor names, const Console& console);

}  // namespace burnglass
