#include "profile/merge.h"

#include <algorithm>
#include <string>

#include "base/checked_sum.h"
#include "profile/merge_tables.h"
#include "profile/merge_types.h"

namespace burnglass {
namespace {

void MergeHeader(const ProfileData& source, ProfileData& merged) {
  const auto text = [&](StringId id) { return merged.strings.Intern(source.strings[id]); };
  if (merged.time_nanos == 0 || source.time_nanos < merged.time_nanos) {
    merged.time_nanos = source.time_nanos;
  }
  merged.duration_nanos = WrappingAdd(merged.duration_nanos, source.duration_nanos);
  if (merged.period == 0 || merged.period < source.period) merged.period = source.period;
  for (const StringId comment : source.comments) {
    const StringId id = text(comment);
    const auto& known = merged.comments;
    if (std::find(known.begin(), known.end(), id) == known.end()) merged.comments.push_back(id);
  }
  if (merged.default_sample_type == 0)
    merged.default_sample_type = text(source.default_sample_type);
  if (merged.doc_url == 0) merged.doc_url = text(source.doc_url);
  merged.repaired.insert(merged.repaired.end(), source.repaired.begin(), source.repaired.end());
}

using Sources = std::span<const ProfileData* const>;

ProfileData CombineHeaders(Sources sources) {
  const ProfileData& first = *sources[0];
  ProfileData merged;
  const auto text = [&](StringId id) { return merged.strings.Intern(first.strings[id]); };
  for (const ValueType& type : first.sample_types) {
    merged.sample_types.push_back({text(type.type), text(type.unit)});
  }
  merged.values.resize(merged.sample_types.size());
  merged.period_type = {text(first.period_type.type), text(first.period_type.unit)};
  merged.drop_frames = text(first.drop_frames);
  merged.keep_frames = text(first.keep_frames);
  for (const ProfileData* source : sources) MergeHeader(*source, merged);
  return merged;
}

bool IsZero(const ProfileData& profile, std::size_t sample) {
  return std::all_of(profile.values.begin(), profile.values.end(),
                     [&](const auto& column) { return column[sample] == 0; });
}

ProfileData AddUp(Sources sources) {
  MergeTables tables(CombineHeaders(sources));
  for (const ProfileData* source : sources) {
    tables.Begin(*source);
    for (std::size_t i = 0; i < source->sample_count(); ++i) {
      if (!IsZero(*source, i)) tables.AddSample(i);
    }
  }
  ProfileData merged = tables.Take();
  for (std::size_t i = 0; i < merged.sample_count(); ++i) {
    // What cancelled out goes, with all that only it referred to.
    const ProfileData* once = &merged;
    if (IsZero(merged, i)) return AddUp({&once, 1});
  }
  return merged;
}

}  // namespace

Result<ProfileData> MergeProfiles(std::vector<ProfileData> profiles) {
  if (profiles.empty()) return Error{"there is no profile to merge"};
  if (Status status = KeepCommonSampleTypes(profiles); !status) return status.error();
  if (profiles.size() == 1) return std::move(profiles[0]);
  if (Status status = ScaleToFinestUnits(profiles); !status) return status.error();
  for (const ProfileData& other : profiles) {
    if (Status status = SameTypes(profiles[0], other); !status) return status.error();
  }
  std::vector<const ProfileData*> sources;
  for (ProfileData& profile : profiles) {
    MergeStacks(profile);
    sources.push_back(&profile);
  }
  return AddUp(sources);
}

Result<ProfileData> MergeKept(const std::vector<ProfilePtr>& profiles) {
  std::vector<const ProfileData*> sources;
  for (const ProfilePtr& profile : profiles) sources.push_back(&profile->data());
  const bool alike = std::all_of(sources.begin(), sources.end(), [&](const ProfileData* source) {
    return SameTypes(*sources[0], *source).ok();
  });
  if (sources.size() > 1 && alike) return AddUp(sources);
  std::vector<ProfileData> copies;
  for (const ProfileData* source : sources) copies.push_back(*source);
  return MergeProfiles(std::move(copies));
}

}  // namespace burnglass
