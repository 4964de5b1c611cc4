// A profile without what it tells of people, machines and a program's own code: the same stacks
// with the same numbers, but other names.
#pragma once

#include <cstddef>
#include <string>

#include "profile/profile.h"
#include "profile/redact_names.h"

namespace burnglass {

struct Redacted {
  ProfileData data;
  std::size_t names_kept = 0, names_hidden = 0;  // distinct ones
  std::size_t labels = 0, comments = 0;          // that are gone
};

// Functions are demangled first, so that those which are shown alike stay alike. What stays:
// stacks, values, line numbers, the time and how long was measured, the sample types that are
// everybody's and the names that `rules` keep. Other names and all files become tokens; files of
// kept packages are told by their package. Labels (but pprof::base, which says what is compared),
// comments, build ids, addresses, the document's address, what the program told, the text of
// goroutines and the patterns of frames to drop (whose work is done) are gone; of a mapping a token
// stays, and only where nothing else names a frame. Ids count from 1.
Redacted RedactProfile(const Profile& profile, const NameRules& rules);

}  // namespace burnglass
