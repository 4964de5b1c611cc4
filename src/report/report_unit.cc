#include "report/report_unit.h"

#include "base/checked_sum.h"
#include "base/units.h"

namespace burnglass {

std::string ReportUnit(const Selection& selection, const TopTable& table) {
  if (table.rows.empty()) return "minimum";
  std::int64_t smallest = 0;
  for (const TopRow& row : table.rows) {
    const std::int64_t cost = Magnitude(row.flat != 0 ? row.flat : row.cum);
    if (cost > 0 && (smallest == 0 || cost < smallest)) smallest = cost;
  }
  return CommonUnit(smallest, selection.total, selection.unit());
}

}  // namespace burnglass
