// The lines above pprof's reports.
#pragma once

#include <string>
#include <vector>

#include "analysis/select.h"
#include "report/pprof_parts.h"
#include "report/report_values.h"

namespace burnglass {

// What the profile is: File, Build ID, comments, Type, Doc, Time, Duration, as far as they are
// known. Times are in the zone that the environment names (TZ).
std::vector<std::string> ProfileLabels(const Selection& selection, const ReportValues& values);

// The same (unless the query does without), the filters, and what is shown of the whole. `full`:
// all of it, with the calls that were dropped and a word on how to read a graph.
std::vector<std::string> GraphLabels(const ReportInput& input, const GraphInput& graph, bool full);

}  // namespace burnglass
