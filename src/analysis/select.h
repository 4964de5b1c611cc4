// Select: what a Query picks out of a Profile. All that analysis builds is built from a Selection.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/label_filter.h"
#include "analysis/location_lines.h"
#include "base/result.h"
#include "profile/location_tree.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

struct Selection {
  ProfilePtr profile;
  std::uint32_t sample_type = 0;
  bool mean = false;  // values are sums, to be divided by the sums of divisors()
  // What percentages are of: the sum of the magnitudes of all values. Samples that carry the label
  // pprof::base, where there are any with a value, are the only ones that count.
  std::int64_t total = 0;
  bool total_overflowed = false;  // the sum did not fit and wrapped around, as pprof's does

  // Set by SelectStacks only: the stacks and what is left of their locations, and which labels are
  // to be seen. Samples that a filter took out end at node kNone.
  std::shared_ptr<const LocationTree> stacks;
  std::shared_ptr<const LocationLines> lines;
  LabelUnits label_units;
  std::vector<std::uint8_t> hidden_keys;  // by StringId of a label's key; empty: none is hidden
  std::vector<std::string> warnings;      // what of the query came to nothing

  // One value for each sample of the profile.
  std::span<const std::int64_t> values() const { return profile->data().values[sample_type]; }
  std::span<const std::int64_t> divisors() const { return profile->data().values[0]; }
  std::string type() const {
    const std::string_view name = profile->text(profile->data().sample_types[sample_type].type);
    return (mean ? "mean_" : "") + std::string(name);
  }
  std::string_view unit() const {
    return profile->text(profile->data().sample_types[sample_type].unit);
  }
  bool Sees(const Label& label) const { return hidden_keys.empty() || !hidden_keys[label.key]; }
};

// Whether the query says anything of stacks and labels, so that Select would not do.
bool HasFilter(const Query& query);

// The values alone, of all samples. Fails when the query asks for a sample type that the profile
// does not have.
Result<Selection> Select(ProfilePtr profile, const Query& query);

// All that the query says of stacks and labels, too, with the total of all samples or, if the query
// wants relative percentages, of what the filters left. Fails as well on patterns that are no RE2.
Result<Selection> SelectStacks(ProfilePtr profile, const Query& query);

}  // namespace burnglass
