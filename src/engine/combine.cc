#include "engine/combine.h"

#include <cmath>
#include <optional>
#include <string>

#include "analysis/label_filter.h"
#include "analysis/select.h"
#include "base/read_text.h"
#include "profile/compare.h"
#include "profile/open.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

using Profiles = std::vector<ProfilePtr>;

// Names stay as they are in the files, as when these were opened.
constexpr DemangleOptions kNamesAsTheyAre = {.style = Demangling::kNone};

std::vector<ProfileData> DataOf(const Profiles& profiles) {
  std::vector<ProfileData> all;
  for (const ProfilePtr& profile : profiles) all.push_back(profile->data());
  return all;
}

Result<ProfilePtr> WithLabels(const ProfilePtr& profile, const Query& labels) {
  Result<LabelFilter> filter = FilterLabels(*profile, FindLabelUnits(*profile), labels);
  if (!filter) return filter.error();
  std::vector<std::uint8_t> kept(profile->sample_count(), 1);
  for (std::size_t i = 0; i < filter->dropped.size(); ++i) kept[i] = filter->dropped[i] ? 0 : 1;
  ProfileData data = profile->data();
  KeepSamples(data, kept);
  return FinishProfile(std::move(data));
}

// Only the samples that have such labels; of a side that is left with none it is said which.
Status KeepLabels(Profiles& side, const pb::SideLabels& asked, const char* which) {
  const Query labels{.tagfocus = asked.tagfocus(), .tagignore = asked.tagignore()};
  if (labels == Query()) return Done{};
  std::size_t samples = 0;
  for (ProfilePtr& profile : side) {
    Result<ProfilePtr> left = WithLabels(profile, labels);
    if (!left) return left.error();
    profile = left.Take();
    samples += profile->sample_count();
  }
  if (samples != 0) return Done{};
  return Error{std::string(which) + " has no sample with such labels"};
}

Result<Parts> PartsByLabels(Parts parts) {
  const pb::MakeQuestion& asked = parts.asked;
  if (Status kept = KeepLabels(parts.sources, asked.source_labels(), "what is after"); !kept) {
    return kept.error();
  }
  if (Status kept = KeepLabels(parts.bases, asked.base_labels(), "what was before"); !kept) {
    return kept.error();
  }
  return parts;
}

double SecondsOf(const Profiles& side) {
  double seconds = 0;
  for (const ProfilePtr& one : side) seconds += static_cast<double>(one->data().duration_nanos);
  return seconds / 1e9;
}

// The total of a sample type of this name, or the fact.
std::optional<double> CountOf(const ProfilePtr& profile, const std::string& counter) {
  const ProfileData& data = profile->data();
  for (const Fact& fact : data.facts) {
    if (profile->text(fact.name) != counter) continue;
    const auto number = ReadInt(profile->text(fact.value));
    if (number) return static_cast<double>(*number);
  }
  if (!FindSampleType(*profile, counter)) return std::nullopt;
  const Result<Selection> all = Select(profile, {.sample_index = counter});
  if (!all) return std::nullopt;
  return static_cast<double>(all->total);
}

Result<double> CountOf(const Profiles& side, const char* which, const std::string& counter) {
  double sum = 0;
  for (const ProfilePtr& one : side) {
    const std::optional<double> count = CountOf(one, counter);
    if (!count) return Error{std::string(which) + " has no counter \"" + counter + "\""};
    sum += *count;
  }
  return sum;
}

Result<double> Ratio(double before, double after, const std::string& what) {
  if (before > 0 && after > 0 && std::isfinite(before / after)) return before / after;
  return Error{(before > 0 ? "what is after" : "what was before") + std::string(" has no ") + what +
               ", so nothing can be told by it"};
}

Result<double> CountRatio(const Parts& parts) {
  const pb::MakeQuestion& asked = parts.asked;
  if (asked.counter().empty()) {
    return Ratio(asked.base_count(), asked.source_count(), "count above 0");
  }
  const Result<double> before = CountOf(parts.bases, "what was before", asked.counter());
  if (!before) return before;
  const Result<double> after = CountOf(parts.sources, "what is after", asked.counter());
  if (!after) return after;
  return Ratio(*before, *after, "\"" + asked.counter() + "\"");
}

// What the values of the sources are multiplied by.
Result<double> TimesOf(const Parts& parts) {
  switch (parts.asked.mode()) {
    case pb::MakeQuestion::PER_SECOND:
      return Ratio(SecondsOf(parts.bases), SecondsOf(parts.sources), "duration");
    case pb::MakeQuestion::PER_COUNT:
      return CountRatio(parts);
    default:
      return 1;
  }
}

Result<ProfilePtr> Scaled(const ProfilePtr& profile, double times) {
  if (times == 1) return profile;
  ProfileData data = profile->data();
  ScaleValues(data, times);
  return FinishProfile(std::move(data));
}

Result<ProfileSet> SideOf(const Profiles& profiles, double times) {
  ProfileSet side{profiles[0], {}};
  if (profiles.size() > 1) {
    Result<ProfilePtr> merged = OpenKept(profiles, {.demangle = kNamesAsTheyAre});
    if (!merged) return merged.error();
    side.merged = merged.Take();
  }
  Result<ProfilePtr> whole = Scaled(side.merged, times);
  if (!whole) return whole.error();
  side.merged = whole.Take();
  for (const ProfilePtr& profile : profiles) {
    Result<ProfilePtr> one = Scaled(profile, times);
    if (!one) return one.error();
    side.each.push_back(one.Take());
  }
  return side;
}

Result<Comparison> CompareSides(const Parts& parts, double times) {
  Result<ProfileSet> before = SideOf(parts.bases, 1);
  if (!before) return before.error();
  Result<ProfileSet> after = SideOf(parts.sources, times);
  if (!after) return after.error();
  const bool normalized = parts.asked.mode() == pb::MakeQuestion::NORMALIZED;
  return Comparison{before.Take(), after.Take(), normalized};
}

}  // namespace

Result<Combined> Combine(const Parts& all) {
  const Result<Parts> by_labels = PartsByLabels(all);
  if (!by_labels) return by_labels.error();
  const Parts& parts = *by_labels;
  const pb::MakeQuestion& asked = parts.asked;
  const bool compared = !parts.bases.empty();
  const Result<double> times = compared ? TimesOf(parts) : Result<double>(1.0);
  if (!times) return times.error();
  const bool normalized = asked.mode() == pb::MakeQuestion::NORMALIZED;
  Result<ProfilePtr> profile = OpenKept(
      parts.sources,
      {.demangle = kNamesAsTheyAre,
       .base = DataOf(parts.bases),
       .compare = {.keep_apart = !asked.cancel(), .normalize = normalized, .times = *times}});
  if (!profile) return profile.error();
  Combined combined{asked, profile.Take(), std::nullopt};
  if (compared) {
    Result<Comparison> comparison = CompareSides(parts, *times);
    if (!comparison) return comparison.error();
    combined.comparison = comparison.Take();
  }
  return combined;
}

}  // namespace burnglass
