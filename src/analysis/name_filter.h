// The filters of a query that go by the names of functions, files and mappings: focus, ignore,
// hide, show, show_from and prune_from, each as pprof has it, in pprof's order; and collapse, which
// is prune_from on whole names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/location_lines.h"
#include "base/result.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

// What the filters say of each location, to be applied to stacks.
struct LocationFilter {
  // By location; empty where the query does not ask.
  std::vector<std::uint8_t> focused, ignored, hidden, shown_from, pruned_from;
  bool by_name = false;  // focus, ignore, hide or show are asked: stacks without locations go
  LocationLines lines;
  std::vector<std::string> warnings;  // a pattern that matches nothing
};

// Fails on a pattern that is no RE2.
Result<LocationFilter> FilterLocations(const Profile& profile, const Query& query);

// Whether the query has any of these filters.
bool HasNameFilter(const Query& query);

}  // namespace burnglass
