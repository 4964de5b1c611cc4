// Several profiles as one, by pprof's rules.
#pragma once

#include <vector>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// Keeps the sample types that all of them have (in the order of the first), scales values to the
// finest unit of each, and adds up samples with equal stacks and labels. Stacks are equal where
// functions, lines and addresses relative to their mapping are. Time is the earliest, duration the
// sum, period the largest; samples of zeros only are dropped. Facts and goroutines are of one
// profile, and the merged one has none. A single profile stays as it is.
//
// The profiles must have been through CheckProfile. Fails when they have no sample type in common,
// or when units or periods cannot be reconciled.
Result<ProfileData> MergeProfiles(std::vector<ProfileData> profiles);

// The same of finished profiles that stay: they are only copied where their types must be brought
// together first.
Result<ProfileData> MergeKept(const std::vector<ProfilePtr>& profiles);

}  // namespace burnglass
