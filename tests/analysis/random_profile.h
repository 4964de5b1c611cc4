// Random profiles with everything that makes merging hard: shared and cut stacks, recursion,
// inlined lines, locations without lines, several locations of one function, negative values and
// zeros, samples without a stack.
#pragma once

#include "profile/profile.h"

namespace burnglass {

struct RandomShape {
  std::size_t samples = 60;
  std::size_t locations = 20;  // at most
  bool skewed = false;  // values from 0 to millions, so that some boxes are hardly to be seen
};

ProfilePtr RandomProfile(unsigned seed, const RandomShape& shape = {});

}  // namespace burnglass
