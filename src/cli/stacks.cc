#include "cli/stacks.h"

#include "report/pprof_report.h"

namespace burnglass {
namespace {

// Nothing is filtered: the profile stays the one that it is.
bool TakesAll(Query query) {
  query.sample_index.clear();
  query.normalize = query.relative_percentages = false;
  return query == Query{};
}

Result<ProfilePtr> Filtered(ProfilePtr profile, const Query& query) {
  if (TakesAll(query)) return profile;
  ReportRequest request;
  request.name = "proto";
  request.query = query;
  Result<Report> report = PrintReport(std::move(profile), request);
  if (!report) return report.error();
  return FinishProfile(std::move(*report->profile));
}

}  // namespace

Result<Selection> FilterStacks(ProfilePtr profile, const Query& query) {
  const Result<Selection> all = SelectStacks(profile, query);
  if (!all) return all.error();
  Result<ProfilePtr> filtered = Filtered(std::move(profile), query);
  if (!filtered) return filtered.error();
  Result<Selection> left =
      SelectStacks(filtered.Take(), Query{.sample_index = std::to_string(all->sample_type)});
  if (left) left->total = all->total;
  return left;
}

}  // namespace burnglass
