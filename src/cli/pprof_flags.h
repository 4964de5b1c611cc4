// The flags of `burnglass pprof`: those of `go tool pprof` that need no program and no browser.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "profile/demangle.h"
#include "report/pprof_report.h"

namespace burnglass {

struct PprofFlags {
  bool help = false;
  ReportRequest request;             // which report, and its query
  std::vector<std::string> sources;  // what is left behind the flags
  std::string base, diff_base;       // given twice, the last one counts, as in pprof
  DemangleOptions demangle;
  bool all_frames = false;
  std::string comment;
  std::string output;                   // a file; empty: standard output
  std::int64_t seconds = 0;             // how long a server is to measure; 0: as it likes
  std::int64_t timeout = 0;             // in seconds; 0: none is given
  std::vector<std::string> complaints;  // what is not understood but no reason to give up
};

// Fails on flags that are not known, on values that they do not take, and on flags that exclude
// each other.
Result<PprofFlags> ParsePprofFlags(std::span<const std::string> arguments);

// All flags, without their dash.
std::vector<std::string> PprofFlagNames();

// What -help prints.
std::string PprofUsage();

}  // namespace burnglass
