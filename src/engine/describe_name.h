// How the names of an open profile are called on screen.
#pragma once

#include "engine/open_profile.h"
#include "profile/names.h"

namespace burnglass {

// Functions by their names, addresses by their binaries. Not for the root.
NameForms DescribeNameOf(const OpenProfile& open, NameId name, const ModuleGuess& own);

}  // namespace burnglass
