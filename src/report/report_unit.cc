#include "report/report_unit.h"

#include "base/units.h"

namespace burnglass {
namespace {

std::int64_t Magnitude(std::int64_t value) { return value < 0 ? -value : value; }

}  // namespace

std::string ReportUnit(const Selection& selection, const TopTable& table) {
  std::int64_t smallest = 0;
  for (const TopRow& row : table.rows) {
    const std::int64_t cost = Magnitude(row.flat != 0 ? row.flat : row.cum);
    if (cost > 0 && (smallest == 0 || cost < smallest)) smallest = cost;
  }
  if (smallest == 0) smallest = selection.total;
  return CommonUnit(smallest, selection.total, selection.unit());
}

}  // namespace burnglass
