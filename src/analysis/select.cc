#include "analysis/select.h"

#include <algorithm>

#include "base/checked_sum.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

// The samples of a base profile that others are compared with carry a label.
constexpr std::string_view kBaseKey = "pprof::base";
constexpr std::string_view kBaseValue = "true";

bool IsBase(const Profile& profile, std::size_t sample) {
  const auto labels = profile.labels(sample);
  return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
    return !label.numeric && profile.text(label.key) == kBaseKey &&
           profile.text(label.str) == kBaseValue;
  });
}

CheckedSum Total(const Selection& selection) {
  CheckedSum all;
  CheckedSum base;
  const auto values = selection.values();
  for (std::size_t i = 0; i < values.size(); ++i) {
    all.AddMagnitude(values[i]);
    if (IsBase(*selection.profile, i)) base.AddMagnitude(values[i]);
  }
  return base.value() > 0 ? base : all;
}

}  // namespace

Result<Selection> Select(ProfilePtr profile, const Query& query) {
  const Result<std::uint32_t> sample_type = FindSampleType(*profile, query.sample_index);
  if (!sample_type) return sample_type.error();
  Selection selection{.profile = std::move(profile), .sample_type = *sample_type};
  const CheckedSum total = Total(selection);
  selection.total = total.value();
  selection.total_overflowed = total.overflowed();
  return selection;
}

}  // namespace burnglass
