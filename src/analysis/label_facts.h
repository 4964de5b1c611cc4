// Which labels a profile has, whatever is asked of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

struct LabelKeyFacts {
  std::string_view key;       // the profile's
  bool numeric = false;       // some of its values are
  std::size_t values = 0;     // distinct ones
  std::uint64_t samples = 0;  // that have the key
};

// By key.
std::vector<LabelKeyFacts> CollectLabels(const Profile& profile);

}  // namespace burnglass
