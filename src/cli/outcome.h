// What a run of the command comes to.
#pragma once

#include <string>

namespace burnglass {

struct Outcome {
  int status = 0;        // 0: done, 1: could not be done, 2: asked wrongly
  std::string out = {};  // for standard output
  std::string err = {};  // for standard error
};

}  // namespace burnglass
