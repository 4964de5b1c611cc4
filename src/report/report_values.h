// How the values of one report are written: all in one unit, as parts of one total.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/graph.h"
#include "analysis/select.h"
#include "query/query.h"

namespace burnglass {

class ReportValues {
 public:
  // In the query's unit, which may be "minimum" or "auto": then each value chooses its own.
  ReportValues(const Selection& selection, const Query& query);

  // Chooses, if the query's unit is "minimum", the one unit for all nodes shown: fit for the
  // smallest of them, or for a hundred times that where the total has a larger unit.
  void ChooseUnit(const Graph& graph);

  // The same for whole numbers only: always fit for the smallest.
  void ChooseWholeUnit(const Graph& graph);

  std::string Text(std::int64_t value) const;
  std::string Percent(std::int64_t value) const;         // "43.40%", five characters and the sign
  std::string TrimmedPercent(std::int64_t value) const;  // without leading spaces
  std::int64_t Whole(std::int64_t value) const;          // in the unit, not divided

  std::int64_t total() const { return total_; }
  const std::string& unit() const { return unit_; }

 private:
  std::int64_t Divided(std::int64_t value) const;
  std::int64_t Smallest(const Graph& graph) const;

  const std::string source_unit_;
  const std::int64_t total_;
  const double ratio_;
  std::string unit_;
};

}  // namespace burnglass
