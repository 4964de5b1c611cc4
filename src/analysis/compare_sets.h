// Several profiles of one program before, and several after, function by function.
#pragma once

#include <vector>

#include "analysis/changes.h"
#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

struct ProfileSet {
  ProfilePtr merged;             // what is compared
  std::vector<ProfilePtr> each;  // what it was merged of
};

// What they cost under the query. With two profiles or more on each side, what those of one side
// differ by is counted as chance, too. Fails on a query that does not fit, and on profiles that
// measure different things.
Result<Changes> CompareSets(const ProfileSet& a, const ProfileSet& b, const Query& query);

}  // namespace burnglass
