// What profiles must agree on before their samples can be added up: types and units.
#pragma once

#include <span>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// Leaves each profile only the sample types whose names all of them have, in the order of the
// first. Fails when there are none.
Status KeepCommonSampleTypes(std::span<ProfileData> profiles);

// Brings each sample type, and the period, to the finest unit that any of the profiles uses. They
// have equally many sample types. Fails when units are of different kinds.
Status ScaleToFinestUnits(std::span<ProfileData> profiles);

// Fails unless both have the same period type and the same sample types, units included.
Status SameTypes(const ProfileData& a, const ProfileData& b);

}  // namespace burnglass
