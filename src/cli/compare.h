// Two profiles, or two folders of them, for `diff` and `check`.
#pragma once

#include <string>

#include "analysis/changes.h"
#include "cli/sources.h"

namespace burnglass {

struct Compared {
  Changes changes;
  std::string notes = {};  // lines for standard error: what of folders was left out
};

// The costs of both under the query. Of folders all profiles of one kind are added up: of the kind
// that is asked for, else of the first that both have, CPU time before all. Fails on what cannot be
// read, and names it; on a query that does not fit; and on profiles that measure different things.
Result<Compared> CompareSources(const std::string& a, const std::string& b, const std::string& kind,
                                const Query& query, const SourceOptions& web, NamesFor names,
                                const Console& console);

}  // namespace burnglass
