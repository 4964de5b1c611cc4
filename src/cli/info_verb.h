// `burnglass info`: what a file holds.
#pragma once

#include <string>

#include "cli/outcome.h"

namespace burnglass {

struct InfoOptions {
  std::string path;  // "-" is standard input
  bool json = false;
};

Outcome RunInfo(const InfoOptions& options);

}  // namespace burnglass
