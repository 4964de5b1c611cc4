// The way from loaded data to a profile that can be asked, as pprof goes it: check, merge, compare,
// names, uninteresting frames, check.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "profile/compare.h"
#include "profile/demangle.h"
#include "profile/profile.h"

namespace burnglass {

struct OpenOptions {
  // Function names that are mangled, or that have no other form, are shown demangled and
  // simplified. pprof does so unless it is told -symbolize=none.
  DemangleOptions demangle = {};
  bool all_frames = false;  // also those that the profile itself wants dropped
  // What it is compared with: several are merged first. Empty: nothing.
  std::vector<ProfileData> base = {};
  CompareOptions compare = {};
  std::string comment = {};  // to be added to the profile's own
};

// One profile, or several merged. Fails as CheckProfile and MergeProfiles do; for several, the
// error names the place of the bad one in the list (from 1).
Result<ProfilePtr> OpenProfiles(std::vector<ProfileData> loaded, OpenOptions options = {});

// The same of finished profiles, which stay.
Result<ProfilePtr> OpenKept(const std::vector<ProfilePtr>& kept, OpenOptions options = {});

}  // namespace burnglass
