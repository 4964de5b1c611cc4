#include "profile/compare.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/checked_sum.h"
#include "profile/merge.h"
#include "profile/merge_types.h"

namespace burnglass {

namespace {

using Kept = std::vector<std::uint8_t>;

template <typename T>
std::vector<T> Only(const std::vector<T>& column, const Kept& kept) {
  std::vector<T> only;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i]) only.push_back(column[i]);
  }
  return only;
}

void KeepLabels(ProfileData& data, const Kept& kept) {
  std::uint32_t begin = 0, written = 0;
  for (std::size_t i = 0; i < data.label_ends.size(); ++i) {
    const std::uint32_t end = data.label_ends[i];
    for (; kept[i] && begin < end; ++begin) data.labels[written++] = data.labels[begin];
    begin = end;
    data.label_ends[i] = written;
  }
  data.labels.resize(written);
  if (!data.label_ends.empty()) data.label_ends = Only(data.label_ends, kept);
}

}  // namespace

void KeepSamples(ProfileData& data, const std::vector<std::uint8_t>& kept) {
  data.goroutines.clear();
  data.goroutine_text.clear();
  MergeStacks(data);
  if (std::find(kept.begin(), kept.end(), 0) == kept.end()) return;
  data.tree =
      std::make_shared<const LocationTree>(data.tree->WithLeaves(Only(data.tree->leaf, kept)));
  KeepLabels(data, kept);
  for (auto& column : data.values) column = Only(column, kept);
}

namespace {

// Every sample carries this label and no other value of its key.
void SetLabel(ProfileData& data, std::string_view key_text, std::string_view value) {
  const Label added{.key = data.strings.Intern(key_text), .str = data.strings.Intern(value)};
  std::vector<Label> labels;
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 0; i < data.sample_count(); ++i) {
    const std::size_t begin = i == 0 || data.label_ends.empty() ? 0 : data.label_ends[i - 1];
    const std::size_t end = data.label_ends.empty() ? 0 : data.label_ends[i];
    std::copy_if(data.labels.begin() + static_cast<std::ptrdiff_t>(begin),
                 data.labels.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(labels),
                 [&](const Label& label) { return label.key != added.key || label.numeric; });
    labels.push_back(added);
    ends.push_back(static_cast<std::uint32_t>(labels.size()));
  }
  data.labels = std::move(labels);
  data.label_ends = std::move(ends);
}

std::vector<std::int64_t> Totals(const ProfileData& data) {
  std::vector<std::int64_t> totals;
  for (const auto& column : data.values) {
    std::int64_t& total = totals.emplace_back(0);
    for (const std::int64_t value : column) total = WrappingAdd(total, value);
  }
  return totals;
}

// Multiplies and rounds each type's values. As in pprof, a sample stays only where a value that was
// multiplied is not 0 now.
void Scale(ProfileData& data, const std::vector<double>& by) {
  if (std::all_of(by.begin(), by.end(), [](double ratio) { return ratio == 1; })) return;
  std::vector<std::uint8_t> kept(data.sample_count());
  for (std::size_t type = 0; type < by.size(); ++type) {
    if (by[type] == 1) continue;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      std::int64_t& value = data.values[type][i];
      value = WholePart(std::round(static_cast<double>(value) * by[type]));
      kept[i] |= value != 0;
    }
  }
  KeepSamples(data, kept);
}

void Normalize(ProfileData& data, const ProfileData& base) {
  const std::vector<std::int64_t> totals = Totals(data);
  const std::vector<std::int64_t> wanted = Totals(base);
  std::vector<double> ratios;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    ratios.push_back(
        totals[i] == 0 ? 0.0 : static_cast<double>(wanted[i]) / static_cast<double>(totals[i]));
  }
  Scale(data, ratios);
}

}  // namespace

void ScaleValues(ProfileData& data, double times) {
  Scale(data, std::vector<double>(data.values.size(), times));
}

Result<ProfileData> CompareProfiles(ProfileData profile, ProfileData base,
                                    const CompareOptions& options) {
  if (options.keep_apart) SetLabel(base, "pprof::base", "true");
  if (options.normalize) {
    if (Status same = SameTypes(profile, base); !same) return same.error();
    Normalize(profile, base);
  } else {
    ScaleValues(profile, options.times);
  }
  ScaleValues(base, -1);
  std::vector<ProfileData> both;
  both.push_back(std::move(profile));
  both.push_back(std::move(base));
  return MergeProfiles(std::move(both));
}

}  // namespace burnglass
