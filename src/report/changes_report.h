// The difference of two profiles as text and as JSON.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analysis/changes.h"

namespace burnglass {

struct ChangesOptions {
  std::uint32_t limit = 0;  // rows at most; 0: all
};

// A table of the functions that changed, after a line of totals.
std::string ChangesText(const Changes& changes, const ChangesOptions& options = {});

// The shape is in README.md beside this file.
std::string ChangesJson(const Changes& changes, const ChangesOptions& options = {});

// A table of the functions that grew too much: before, after, by how much.
std::string GrowthText(const Changes& changes, std::span<const Growth> growths);
std::string GrowthJson(const Changes& changes, std::span<const Growth> growths);

}  // namespace burnglass
