// Goroutines by where they stand and what seems stuck, as text and as JSON.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/goroutines.h"

namespace burnglass {

struct GoroutinesOptions {
  std::uint32_t limit = 0;  // groups at most; 0: all
};

std::string GoroutinesText(const Goroutines& found, const GoroutinesOptions& options = {});

// The shape is in README.md beside this file.
std::string GoroutinesJson(const Goroutines& found, const GoroutinesOptions& options = {});

}  // namespace burnglass
