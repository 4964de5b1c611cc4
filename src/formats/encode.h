// A profile as bytes again, in the format that pprof and all that read its files open.
#pragma once

#include <string>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// A profile.proto. Everything is written as it stands in the columns: samples, labels, locations
// and lines in their order, ids as they are, so that decoding gives the same columns back. Of the
// strings only those that something refers to, in the order of first use. The same profile always
// gives the same bytes. The data has been through CheckProfile.
//
// What profile.proto cannot say is lost: numeric labels that are 0 without a unit, and the
// sentences in `repaired`.
std::string EncodeProfile(const ProfileData& data);

// The same as a gzip file: no time and no name in its header. Fails when memory runs out.
Result<std::string> EncodeProfileGzip(const ProfileData& data);

}  // namespace burnglass
