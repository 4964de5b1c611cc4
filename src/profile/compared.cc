#include "profile/compared.h"

#include <algorithm>

#include "base/checked_sum.h"

namespace burnglass {
namespace {

bool OfBase(const Profile& profile, std::size_t sample) {
  const auto labels = profile.labels(sample);
  return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
    return !label.numeric && profile.text(label.key) == "pprof::base" &&
           profile.text(label.str) == "true";
  });
}

// The samples of one side; the others have no value.
ProfilePtr SideOf(const Profile& profile, bool before) {
  ProfileData data = profile.data();
  for (std::size_t i = 0; i < data.sample_count(); ++i) {
    const bool mine = OfBase(profile, i) == before;
    for (auto& column : data.values) {
      column[i] = !mine ? 0 : before ? WrappingSubtract(0, column[i]) : column[i];
    }
  }
  return *FinishProfile(std::move(data));
}

}  // namespace

bool IsCompared(const Profile& profile) {
  for (std::size_t i = 0; i < profile.sample_count(); ++i) {
    if (OfBase(profile, i)) return true;
  }
  return false;
}

ComparedSides SplitCompared(const Profile& profile) {
  return {SideOf(profile, true), SideOf(profile, false)};
}

}  // namespace burnglass
