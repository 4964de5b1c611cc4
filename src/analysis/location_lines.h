// LocationLines: the lines that each location of a profile has left after a query's filters.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

struct LocationLines {
  // Location i has lines[begin[i] .. begin[i + 1]): indices into ProfileData::lines, innermost
  // first. A location may have none: it stands for its address, or a filter took it out of all
  // stacks.
  std::vector<std::uint32_t> lines;
  std::vector<std::uint32_t> begin;

  std::span<const std::uint32_t> of(std::uint32_t location) const {
    return std::span(lines).subspan(begin[location], begin[location + 1] - begin[location]);
  }
};

// All lines of all locations.
LocationLines AllLines(const Profile& profile);

// Only the outermost line of each: inlined functions count as those they were inlined into.
LocationLines OutermostLines(const LocationLines& lines);

}  // namespace burnglass
