#include "profile/compare.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/checked_sum.h"
#include "profile/merge.h"
#include "profile/merge_types.h"

namespace burnglass {

void KeepSamples(ProfileData& data, const std::vector<std::uint8_t>& kept) {
  SpreadStacks(data);
  ProfileData to = data;
  to.stacks.clear();
  to.stack_ends.clear();
  to.labels.clear();
  to.label_ends.clear();
  to.goroutines.clear();
  to.goroutine_text.clear();
  for (auto& column : to.values) column.clear();
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    const auto copy = [i](const auto& from, const auto& ends, auto& into, auto& into_ends) {
      const auto begin = from.begin() + (i == 0 ? 0 : ends[i - 1]);
      into.insert(into.end(), begin, from.begin() + ends[i]);
      into_ends.push_back(static_cast<std::uint32_t>(into.size()));
    };
    copy(data.stacks, data.stack_ends, to.stacks, to.stack_ends);
    if (!data.label_ends.empty()) copy(data.labels, data.label_ends, to.labels, to.label_ends);
    for (std::size_t type = 0; type < to.values.size(); ++type) {
      to.values[type].push_back(data.values[type][i]);
    }
  }
  data = std::move(to);
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
