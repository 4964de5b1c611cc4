// WarmUp: a small profile is read and asked about, again and again, and nothing of it is kept. A
// browser compiles a function when it is first called, and once more, well, when it has run for a
// while: nobody's first profile should have to wait for either. Nor for memory that is touched for
// the first time, which may take as long as all that is done with it: as much as a profile of some
// megabytes needs is touched ahead, and given back.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "base/memory_ahead.h"
#include "engine/load.h"
#include "engine/open_profile.h"

namespace burnglass {

class WarmUp {
 public:
  // A profile, not packed; large ones make long steps. What cannot be read is no use, and no harm.
  explicit WarmUp(std::span<const std::byte> file);

  // Does some milliseconds' worth of it. False: that was enough.
  bool Step();

 private:
  bool Begin();
  bool Read();
  bool Ask();

  std::string packed_;  // as most files come
  int rounds_ = 0;
  std::unique_ptr<Load> load_;
  std::unique_ptr<OpenProfile> open_;
  MemoryAhead memory_;
};

}  // namespace burnglass
