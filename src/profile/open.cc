#include "profile/open.h"

#include <string>

#include "profile/demangle.h"
#include "profile/merge.h"
#include "profile/uninteresting.h"

namespace burnglass {

namespace {

Result<ProfileData> CheckAndMerge(std::vector<ProfileData> loaded) {
  for (std::size_t i = 0; i < loaded.size(); ++i) {
    const Status status = CheckProfile(loaded[i]);
    if (status) continue;
    const std::string which = loaded.size() > 1 ? "profile " + std::to_string(i + 1) + ": " : "";
    return Error{which + "the profile is malformed: " + status.error().message};
  }
  return MergeProfiles(std::move(loaded));
}

Result<ProfilePtr> OpenMerged(Result<ProfileData> merged, OpenOptions options) {
  if (merged && !options.base.empty()) {
    Result<ProfileData> base = CheckAndMerge(std::move(options.base));
    if (!base) return Error{"base: " + base.error().message};
    merged = CompareProfiles(merged.Take(), base.Take(), options.compare);
  }
  if (!merged) return merged.error();
  ProfileData data = merged.Take();
  if (options.all_frames) data.drop_frames = data.keep_frames = 0;
  DemangleNames(data, options.demangle);
  RemoveUninteresting(data);
  if (!options.comment.empty()) data.comments.push_back(data.strings.Intern(options.comment));
  return FinishProfile(std::move(data));
}

}  // namespace

Result<ProfilePtr> OpenProfiles(std::vector<ProfileData> loaded, OpenOptions options) {
  return OpenMerged(CheckAndMerge(std::move(loaded)), std::move(options));
}

Result<ProfilePtr> OpenKept(const std::vector<ProfilePtr>& kept, OpenOptions options) {
  return OpenMerged(MergeKept(kept), std::move(options));
}

}  // namespace burnglass
