// Slopes: how much every stack of a series grew, as a profile of its own that can be asked the same
// queries. The engine keeps the last.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/answer_series.h"
#include "engine/open_profile.h"

namespace burnglass {

struct Slopes {
  std::uint32_t series = 0;  // the profile that it is of
  std::string type;          // and its sample type
  // The members added up by FittedChangeWeights: values are 1 / scale of a change.
  std::unique_ptr<OpenProfile> change;
  std::unique_ptr<OpenProfile> mean;  // likewise of the mean, where counts are differences
  double scale = 1;
  bool differences = false;
};

// Fails when a member does not have the type, or when the members cannot be merged.
Result<Slopes> FindSlopes(std::uint32_t series, const std::string& type,
                          std::span<const SeriesMember> members);

// By box of the answer's tree, which is one of `open`, what it has in a profile of slopes.
Result<std::vector<std::int64_t>> SlopesOfBoxes(OpenProfile& slopes, const Answered& answered,
                                                OpenProfile& open);

}  // namespace burnglass
