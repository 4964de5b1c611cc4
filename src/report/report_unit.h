// The one unit in which a whole report is written.
#pragma once

#include <string>

#include "analysis/select.h"
#include "analysis/top_table.h"

namespace burnglass {

// pprof's unit "minimum": fit for the smallest cost among the rows (a row without flat counts by
// its cum), or for a hundred times that where the total has a larger unit.
std::string ReportUnit(const Selection& selection, const TopTable& table);

}  // namespace burnglass
