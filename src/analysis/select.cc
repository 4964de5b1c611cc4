#include "analysis/select.h"

#include <algorithm>

#include "analysis/label_frames.h"
#include "analysis/name_filter.h"
#include "analysis/stack_filter.h"
#include "base/checked_sum.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

// The samples of a base profile that others are compared with carry a label.
constexpr std::string_view kBaseKey = "pprof::base";
constexpr std::string_view kBaseValue = "true";

// Tells them by the numbers of the words, which most profiles do not have.
class BaseLabel {
 public:
  explicit BaseLabel(const Profile& profile) : profile_(profile) {
    const StringTable& strings = profile.data().strings;
    for (StringId id = 0; id < strings.size(); ++id) {
      if (strings[id] == kBaseKey) keys_.push_back(id);
    }
  }

  bool Has(std::size_t sample) const {
    if (keys_.empty()) return false;
    const auto labels = profile_.labels(sample);
    return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
      return !label.numeric && std::find(keys_.begin(), keys_.end(), label.key) != keys_.end() &&
             profile_.text(label.str) == kBaseValue;
    });
  }

 private:
  const Profile& profile_;
  std::vector<StringId> keys_;
};

// The sum of magnitudes, and of the divisors that belong to them.
struct Sums {
  CheckedSum value, divisor;
};

void AddTotal(Selection& selection) {
  Sums all, base;
  const BaseLabel base_label(*selection.profile);
  const auto values = selection.values();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (selection.stacks && selection.stacks->leaf[i] == kNone) continue;
    const std::int64_t divisor = selection.mean ? selection.divisors()[i] : 0;
    all.value.AddMagnitude(values[i]);
    all.divisor.Add(divisor);
    if (!base_label.Has(i)) continue;
    base.value.AddMagnitude(values[i]);
    base.divisor.Add(divisor);
  }
  const Sums& sums = base.value.value() > 0 ? base : all;
  selection.total = sums.value.value();
  selection.total_overflowed = all.value.overflowed();
  if (const std::int64_t divisor = sums.divisor.value(); divisor != 0) {
    selection.total = WrappingDivide(selection.total, divisor);
  }
}

Result<Selection> SelectValues(ProfilePtr profile, const Query& query) {
  const Result<std::uint32_t> sample_type = FindSampleType(*profile, query.sample_index);
  if (!sample_type) return sample_type.error();
  Selection selection;
  selection.profile = std::move(profile);
  selection.sample_type = *sample_type;
  selection.mean = query.mean;
  return selection;
}

void DropSamples(LocationTree& stacks, const std::vector<std::uint8_t>& dropped) {
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    if (dropped[i]) stacks.leaf[i] = kNone;
  }
}

void Append(std::vector<std::string>& all, std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Status ApplyFilters(Selection& selection, const Query& query) {
  const Profile& profile = *selection.profile;
  Result<LocationFilter> names = FilterLocations(profile, query);
  if (!names) return names.error();
  Result<LabelFilter> labels = FilterLabels(profile, selection.label_units, query);
  if (!labels) return labels.error();
  Append(selection.warnings, names->warnings);
  Append(selection.warnings, labels->warnings);
  if (HasNameFilter(query) || !labels->dropped.empty()) {
    LocationTree stacks = HasNameFilter(query) ? FilterStacks(*selection.stacks, *names)
                                               : LocationTree(*selection.stacks);
    DropSamples(stacks, labels->dropped);
    selection.stacks = std::make_shared<const LocationTree>(std::move(stacks));
  }
  selection.lines = std::make_shared<const LocationLines>(
      query.noinlines ? OutermostLines(names->lines) : std::move(names->lines));
  selection.hidden_keys = std::move(labels->hidden_keys);
  return Done{};
}

}  // namespace

bool HasFilter(const Query& query) {
  return HasNameFilter(query) || query.noinlines || query.relative_percentages ||
         !query.tagfocus.empty() || !query.tagignore.empty() || !query.tagshow.empty() ||
         !query.taghide.empty() || !query.tagroot.empty() || !query.tagleaf.empty();
}

Result<Selection> Select(ProfilePtr profile, const Query& query) {
  Result<Selection> selection = SelectValues(std::move(profile), query);
  if (selection) AddTotal(*selection);
  return selection;
}

Result<Selection> SelectStacks(ProfilePtr profile, const Query& query) {
  if (query.divide_by == 0) return Error{"divide_by is 0; values cannot be divided by it"};
  const ProfilePtr framed = AddLabelFrames(profile, query);
  Result<Selection> result = SelectValues(framed, query);
  if (!result) return result;
  Selection& selection = *result;
  selection.label_units = FindLabelUnits(*profile);
  selection.stacks = framed->stacks();
  if (!query.relative_percentages) AddTotal(selection);
  if (Status status = ApplyFilters(selection, query); !status) return status.error();
  if (query.relative_percentages) AddTotal(selection);
  return result;
}

}  // namespace burnglass
