// How functions went over many profiles, as text and as JSON.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analysis/series.h"

namespace burnglass {

struct SeriesReportOptions {
  std::uint32_t limit = 0;   // rows at most; 0: all
  bool stacks_only = false;  // rows are stacks, so the text tells them, too
};

// The first series as a table; of the others a line each. There must be one.
std::string SeriesText(std::span<const Series> all, const SeriesReportOptions& options = {});

// The shape is in README.md beside this file.
std::string SeriesJson(std::span<const Series> all, const SeriesReportOptions& options = {});

}  // namespace burnglass
