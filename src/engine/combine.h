// Profiles made of profiles that are open: merged, and compared with others.
#pragma once

#include <optional>
#include <vector>

#include "analysis/compare_sets.h"
#include "base/result.h"
#include "message/message.h"
#include "profile/profile.h"

namespace burnglass {

// What is put together, as MakeQuestion asks for it.
struct Parts {
  pb::MakeQuestion asked;
  std::vector<ProfilePtr> sources, bases;  // in the order of its numbers
};

// The two sides of a comparison, as they are to be compared function by function.
struct Comparison {
  ProfileSet before, after;
  bool normalized = false;  // what is after counts as if both totals were equal
};

struct Combined {
  pb::MakeQuestion asked;
  ProfilePtr profile;
  std::optional<Comparison> comparison;  // none without a base
};

// The profile that pprof makes of the same files: the sources merged, less the bases; of each the
// samples with the labels that its side is of. Fails where they cannot be merged, where a side has
// no such sample, and where it is not known what the sources are to be scaled by.
Result<Combined> Combine(const Parts& parts);

}  // namespace burnglass
