// A file and a question to it: the first line is flags of pprof, the rest the profile. Every report
// is printed, whatever the query asks.
#include <algorithm>

#include "formats/load.h"
#include "fuzz/fuzz.h"
#include "profile/open.h"
#include "query/query.h"
#include "report/pprof_report.h"

using namespace burnglass;

namespace {

void PrintAll(const ProfilePtr& profile, const Query& query) {
  for (const ReportKind& kind : ReportKinds()) {
    ReportRequest request;
    request.name = std::string(kind.name);
    request.pattern = ".";
    request.query = query;
    const Result<Report> report = PrintReport(profile, request);
    if (!report) {
      RequireSentence(report.error());
    } else if (report->profile) {
      Require(CheckProfile(*report->profile).ok(), "a profile that is printed is sound");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::uint8_t* const end = data + size;
  const std::uint8_t* const line = std::find(data, end, '\n');
  const Result<Query> query = ParseQuery(TextOf(data, static_cast<std::size_t>(line - data)));
  const std::uint8_t* const rest = query && line != end ? line + 1 : data;
  LoadOptions options;
  options.limits.unpacked_bytes = std::size_t{1} << 18;
  Result<ProfileData> read =
      LoadProfile(BytesOf(rest, static_cast<std::size_t>(end - rest)), options);
  if (!read || !CheckProfile(*read)) return 0;
  std::vector<ProfileData> one;
  one.push_back(read.Take());
  const Result<ProfilePtr> profile = OpenProfiles(std::move(one));
  if (profile) PrintAll(*profile, query ? *query : Query{});
  return 0;
}
