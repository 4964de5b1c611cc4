// What fuzz targets of profiles share. Each target is one file *_fuzz.cc that defines
// LLVMFuzzerTestOneInput; scripts/fuzz finds it by its name.
#pragma once

#include "fuzz/require.h"
#include "profile/profile.h"

namespace burnglass {

// What a reader brought; true when it is a profile that can be asked.
inline bool IsSound(const Result<ProfileData>& read) {
  if (!read) {
    RequireSentence(read.error());
    return false;
  }
  const Status status = CheckProfile(*read);
  if (!status) RequireSentence(status.error());
  return status.ok();
}

}  // namespace burnglass
