#include "profile/open.h"

#include <string>

#include "profile/demangle.h"
#include "profile/merge.h"
#include "profile/uninteresting.h"

namespace burnglass {

Result<ProfilePtr> OpenProfiles(std::vector<ProfileData> loaded, const OpenOptions& options) {
  for (std::size_t i = 0; i < loaded.size(); ++i) {
    const Status status = CheckProfile(loaded[i]);
    if (status) continue;
    const std::string which = loaded.size() > 1 ? "profile " + std::to_string(i + 1) + ": " : "";
    return Error{which + "the profile is malformed: " + status.error().message};
  }
  Result<ProfileData> merged = MergeProfiles(std::move(loaded));
  if (!merged) return merged.error();
  ProfileData data = merged.Take();
  if (options.demangle) DemangleNames(data);
  RemoveUninteresting(data);
  return FinishProfile(std::move(data));
}

}  // namespace burnglass
