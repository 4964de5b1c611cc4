#include "engine/standing.h"

#include "profile/kind.h"

namespace burnglass {
namespace {

enum class Sort { kOther, kDump, kCounts, kLeaks, kBlock };

Sort SortOf(const OpenProfile& open) {
  const std::string kind = ProfileKind(*open.profile(), open.file_name());
  if (kind == "block") return Sort::kBlock;
  if (kind == "goroutineleak") return Sort::kLeaks;
  if (kind != "goroutine") return Sort::kOther;
  return open.profile()->data().goroutines.empty() ? Sort::kCounts : Sort::kDump;
}

// Profiles of leaks and of blocking add to goroutines of the other sorts.
bool Joins(Sort other, Sort asked) {
  return other == asked ||
         (asked != Sort::kLeaks && (other == Sort::kLeaks || other == Sort::kBlock));
}

}  // namespace

Result<Standing> FindStanding(const std::vector<NumberedProfile>& profiles) {
  const OpenProfile& open = *profiles.back().open;
  const Sort asked = SortOf(open);
  if (asked == Sort::kOther || asked == Sort::kBlock) {
    return Error{open.file_name() + " tells nothing of goroutines."};
  }
  Standing standing;
  std::vector<GoroutineSource> sources;
  for (const NumberedProfile& one : profiles) {
    standing.profiles.push_back(one.number);
    const Sort sort = SortOf(*one.open);
    if (!Joins(sort, asked)) continue;
    if (sort == asked && standing.first == 0) standing.first = one.number;
    sources.push_back({one.open->profile(), one.open->file_name()});
  }
  Result<Goroutines> found = FindGoroutines(sources, {.ordered = true});
  if (!found) return found.error();
  standing.found = found.Take();
  standing.dump = asked == Sort::kDump;
  if (standing.first == profiles.back().number) standing.first = 0;
  standing.rows = GroupGoroutines(standing.found, standing.by);
  return standing;
}

void GroupStanding(Standing& standing, GoroutinesBy by) {
  if (standing.by == by) return;
  standing.by = by;
  standing.rows = GroupGoroutines(standing.found, by);
}

}  // namespace burnglass
