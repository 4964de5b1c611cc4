// Profiles that would fill any memory or take any time, were they read in good faith.
#pragma once

#include <string>
#include <vector>

namespace burnglass {

struct Bomb {
  const char* name;
  std::string bytes;    // plain profile.proto
  const char* refused;  // words of the sentence that refuses it; "": it opens
  const char* top;      // when it opens: is in its top table as JSON
};

std::vector<Bomb> Bombs();

}  // namespace burnglass
