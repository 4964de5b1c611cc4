// The filters of a query that go by labels: tagfocus and tagignore choose samples, tagshow and
// taghide the labels that reports see.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

// By key of numeric labels: the unit that all their values are taken to have. The first that is
// given for the key; else bytes for "alignment" and "request", else the key itself.
using LabelUnits = std::map<StringId, std::string>;
LabelUnits FindLabelUnits(const Profile& profile);

struct LabelFilter {
  std::vector<std::uint8_t> dropped;      // by sample; empty: none is
  std::vector<std::uint8_t> hidden_keys;  // by StringId of the key; empty: none is
  std::vector<std::string> warnings;      // a pattern that matches nothing; a range that is none
};

// Fails on a pattern that is no RE2.
Result<LabelFilter> FilterLabels(const Profile& profile, const LabelUnits& units,
                                 const Query& query);

}  // namespace burnglass
