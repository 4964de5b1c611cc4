// The way from loaded data to a profile that can be asked, as pprof goes it: check, merge, names,
// uninteresting frames, check.
#pragma once

#include <vector>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

struct OpenOptions {
  // Function names that are mangled, or that have no other form, are shown demangled and
  // simplified. pprof does so unless it is told -symbolize=none.
  bool demangle = true;
};

// One profile, or several merged. Fails as CheckProfile and MergeProfiles do; for several, the
// error names the place of the bad one in the list (from 1).
Result<ProfilePtr> OpenProfiles(std::vector<ProfileData> loaded, const OpenOptions& options = {});

}  // namespace burnglass
