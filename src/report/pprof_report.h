// pprof's reports, byte for byte.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

// The lines of a file, or what keeps it from being read.
using SourceReader = std::function<Result<std::vector<std::string>>(const std::string& path)>;

struct ReportRequest {
  std::string name;          // "top", "tree", …
  std::string pattern = {};  // of reports that take one
  Query query;
  // Files named in the profile: prefixes to cut from them, and folders to look for them in; several
  // are joined by colons.
  std::string trim_path = {}, source_path = {};
  std::string folder = ".";  // where sources are looked for without a source_path
  SourceReader read_source = {};
};

struct ReportKind {
  std::string_view name;
  std::string_view help;
  bool takes_pattern = false;
};

// All reports, in the order in which they are told of.
std::span<const ReportKind> ReportKinds();

struct Report {
  std::string text;
  std::optional<ProfileData> profile;  // of proto and topproto, instead of text: to be encoded
  std::vector<std::string> warnings;   // what of the query came to nothing, and what is wrong
};

// Times are printed in the zone that the environment names (TZ), as pprof does. Fails when the
// query does not fit the profile, on patterns that are no RE2, and when nothing matches a report's
// own.
Result<Report> PrintReport(ProfilePtr profile, const ReportRequest& request);

}  // namespace burnglass
