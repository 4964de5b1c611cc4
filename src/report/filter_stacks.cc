#include "report/filter_stacks.h"

#include "report/pprof_parts.h"

namespace burnglass {
namespace {

// Nothing is filtered: the profile stays the one that it is.
bool TakesAll(Query query) {
  query.sample_index.clear();
  query.normalize = query.relative_percentages = false;
  return query == Query{};
}

}  // namespace

Result<Selection> FilterStacks(ProfilePtr profile, const Query& query) {
  const ReportRequest request{.name = "proto", .query = query};
  const Query filter = QueryOfReport(request);
  const Result<Selection> all = SelectStacks(profile, filter);
  if (!all) return all.error();
  if (!TakesAll(query)) {
    Result<ProfilePtr> filtered = FinishProfile(FilteredProfile({request, filter, *all}));
    if (!filtered) return filtered.error();
    profile = filtered.Take();
  }
  Result<Selection> left =
      SelectStacks(std::move(profile), Query{.sample_index = std::to_string(all->sample_type)});
  if (left) left->total = all->total;
  return left;
}

}  // namespace burnglass
