// The lines above pprof's reports: what the profile is.
#pragma once

#include <string>
#include <vector>

#include "analysis/select.h"

namespace burnglass {

// File, Build ID, comments, Type, Doc, Time, Duration, as far as they are known. Values are printed
// in `unit`; times in the zone that the environment names (TZ).
std::vector<std::string> PprofHeader(const Selection& selection, std::string_view unit);

}  // namespace burnglass
