// A profile against a base: what pprof's base, diff_base and normalize do.
#pragma once

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

struct CompareOptions {
  // The base's samples stay apart from the others, by a label, so that percentages can be of them;
  // otherwise equal stacks cancel out.
  bool keep_apart = false;
  bool normalize = false;  // the profile's values are first scaled to the base's totals
  double times = 1;        // without that: the profile's values are first multiplied by this
};

// The profile minus the base, as one profile. Fails as MergeProfiles does.
Result<ProfileData> CompareProfiles(ProfileData profile, ProfileData base,
                                    const CompareOptions& options = {});

// Takes out the samples that are not marked, and what belongs to single samples.
void KeepSamples(ProfileData& data, const std::vector<std::uint8_t>& kept);

// Multiplies all values and rounds them; samples that have none left go, as in pprof.
void ScaleValues(ProfileData& data, double times);

}  // namespace burnglass
