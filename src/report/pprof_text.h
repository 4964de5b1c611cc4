// pprof's text reports, byte for byte.
#pragma once

#include <string>

#include "analysis/select.h"
#include "analysis/top_table.h"

namespace burnglass {

// `pprof -top` and `-text`: the facts of the profile, what is shown of it, and the table.
// Times are printed in the zone that the environment names (TZ), as pprof does.
std::string PprofTop(const Selection& selection, const TopOptions& options);

}  // namespace burnglass
