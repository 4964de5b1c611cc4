#include "analysis/compare_sets.h"

#include "analysis/change_spread.h"

namespace burnglass {
namespace {

Result<std::vector<Selection>> SelectEach(const std::vector<ProfilePtr>& profiles,
                                          const Query& query) {
  std::vector<Selection> selections;
  for (const ProfilePtr& profile : profiles) {
    Result<Selection> one = SelectStacks(profile, query);
    if (!one) return one.error();
    selections.push_back(one.Take());
  }
  return selections;
}

}  // namespace

Result<Changes> CompareSets(const ProfileSet& a, const ProfileSet& b, const Query& query) {
  const Result<Selection> before = SelectStacks(a.merged, query);
  if (!before) return before.error();
  Query second = query;
  second.sample_index = before->type();  // its place in the other file may be another one
  const Result<Selection> after = SelectStacks(b.merged, second);
  if (!after) return after.error();
  Result<Changes> changes = CompareCosts(*before, *after, query);
  if (!changes || a.each.size() < 2 || b.each.size() < 2) return changes;
  const Result<std::vector<Selection>> each_a = SelectEach(a.each, second),
                                       each_b = SelectEach(b.each, second);
  if (!each_a || !each_b) return (each_a ? each_b : each_a).error();
  RaiseNoiseBySpread(*changes, *each_a, *each_b, query);
  return changes;
}

}  // namespace burnglass
