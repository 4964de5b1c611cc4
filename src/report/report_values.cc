#include "report/report_values.h"

#include <algorithm>

#include "base/checked_sum.h"
#include "base/units.h"

namespace burnglass {

ReportValues::ReportValues(const Selection& selection, const Query& query)
    : source_unit_(selection.unit()),
      total_(selection.total),
      ratio_(1 / query.divide_by),
      unit_(query.unit) {}

// Like pprof, the smallest cost of a row without flat is its cum.
std::int64_t ReportValues::Smallest(const Graph& graph) const {
  std::int64_t smallest = 0;
  for (const std::uint32_t number : graph.shown) {
    const GraphNode& node = graph.nodes[number];
    const std::int64_t flat = node.flat.value();
    const std::int64_t cost = Magnitude(flat != 0 ? flat : node.cum.value());
    if (cost > 0 && (smallest == 0 || cost < smallest)) smallest = cost;
  }
  return smallest == 0 ? total_ : smallest;
}

void ReportValues::ChooseUnit(const Graph& graph) {
  if (unit_ != "minimum" || graph.shown.empty()) return;
  unit_ = CommonUnit(Divided(Smallest(graph)), Divided(total_), source_unit_);
}

void ReportValues::ChooseWholeUnit(const Graph& graph) {
  if (unit_ != "minimum" || graph.shown.empty()) return;
  const std::int64_t smallest = Divided(Smallest(graph));
  unit_ = CommonUnit(smallest, smallest, source_unit_);
}

std::int64_t ReportValues::Divided(std::int64_t value) const {
  const bool divides = ratio_ > 0 && ratio_ != 1;
  return divides ? WholePart(static_cast<double>(value) * ratio_) : value;
}

std::string ReportValues::Text(std::int64_t value) const {
  return ScaledLabel(Divided(value), source_unit_, unit_);
}

std::string ReportValues::Percent(std::int64_t value) const { return Percentage(value, total_); }

std::string ReportValues::TrimmedPercent(std::int64_t value) const {
  const std::string percent = Percent(value);
  return percent.substr(std::min(percent.find_first_not_of(' '), percent.size()));
}

std::int64_t ReportValues::Whole(std::int64_t value) const {
  return WholePart(Scale(value, source_unit_, unit_).value);
}

}  // namespace burnglass
