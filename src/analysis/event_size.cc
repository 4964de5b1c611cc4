#include "analysis/event_size.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace burnglass {
namespace {

std::span<const std::int64_t> ValuesOf(const Profile& profile, std::string_view type) {
  const ProfileData& data = profile.data();
  for (std::size_t i = 0; i < data.sample_types.size(); ++i) {
    if (profile.text(data.sample_types[i].type) == type) return data.values[i];
  }
  return {};
}

}  // namespace

EventSize::EventSize(const Selection& selection) {
  const ProfileData& data = selection.profile->data();
  const std::string type = selection.type();
  const std::string_view unit = selection.unit();
  const std::string_view period_type = selection.profile->text(data.period_type.type);
  const std::string_view period_unit = selection.profile->text(data.period_type.unit);
  if (selection.mean) return;
  if (type == "samples" && unit == "count") size_ = 1;
  // Waits are scaled up by how rarely they were looked at, which the file does not tell.
  if (data.period > 0 && type == period_type && unit == period_unit && type != "contentions") {
    size_ = static_cast<double>(data.period);
  }
  if (period_unit == "bytes" && data.period > 0) FindHeap(selection);
}

void EventSize::FindHeap(const Selection& selection) {
  std::string type = selection.type();
  counts_objects_ = type.ends_with("objects");
  if (!counts_objects_ && !type.ends_with("space")) return;
  type.erase(type.size() - (counts_objects_ ? 7 : 5));
  const Profile& profile = *selection.profile;
  objects_ = ValuesOf(profile, type + "objects");
  bytes_ = ValuesOf(profile, type + "space");
  if (bytes_.empty()) objects_ = {};
  period_ = static_cast<double>(profile.data().period);
}

// An allocation of so many bytes is sampled with the probability 1 - exp(-bytes / period), and then
// stands for as many as make up for those that were not.
double EventSize::SizeInHeap(std::size_t sample) const {
  const auto objects = std::abs(static_cast<double>(objects_[sample]));
  const auto bytes = std::abs(static_cast<double>(bytes_[sample]));
  if (objects == 0 || bytes == 0) return period_;
  const double each = bytes / objects;
  const double event = each / -std::expm1(-each / period_);
  return counts_objects_ ? std::max(1.0, event / each) : event;
}

}  // namespace burnglass
