// Select: what a Query picks out of a Profile. All that analysis builds is built from a Selection.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

struct Selection {
  ProfilePtr profile;
  std::uint32_t sample_type = 0;
  // What percentages are of: the sum of the magnitudes of all values. Samples that carry the label
  // pprof::base, where there are any with a value, are the only ones that count.
  std::int64_t total = 0;
  bool total_overflowed = false;  // the sum did not fit and wrapped around, as pprof's does

  // One value for each sample of the profile.
  std::span<const std::int64_t> values() const { return profile->data().values[sample_type]; }
  std::string_view type() const {
    return profile->text(profile->data().sample_types[sample_type].type);
  }
  std::string_view unit() const {
    return profile->text(profile->data().sample_types[sample_type].unit);
  }
};

// Fails when the query asks for a sample type that the profile does not have.
Result<Selection> Select(ProfilePtr profile, const Query& query);

}  // namespace burnglass
