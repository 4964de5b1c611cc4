// NamedLocations: the functions and locations of formats that name frames, each once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

class NamedLocations {
 public:
  // Fills the functions, lines and locations of `data`, which outlives it and has none yet.
  explicit NamedLocations(ProfileData& data);

  std::uint32_t PlaceFunction(std::string_view name, std::string_view file);

  // The location with this address (0: not known), mapping (kNone: not known) and lines, the
  // innermost first.
  std::uint32_t PlaceLocation(std::uint64_t address, std::uint32_t mapping,
                              std::span<const Line> lines);

 private:
  bool IsLocation(const Location& known, const Location& wanted, std::span<const Line> lines) const;
  void GrowSlots();

  ProfileData& data_;
  std::unordered_map<std::uint64_t, std::uint32_t> function_of_;  // by name and file
  std::vector<std::uint64_t> hashes_;                             // of the locations
  std::vector<std::uint32_t> slots_;                              // open addressing, kNone: free
};

}  // namespace burnglass
