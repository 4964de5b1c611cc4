// Who waits and who makes wait, as text and as JSON.
#pragma once

#include <string>

#include "analysis/contention.h"

namespace burnglass {

// Two tables: locks, then idle waiting.
std::string ContentionText(const Contention& contention);

// The shape is in README.md beside this file.
std::string ContentionJson(const Contention& contention);

}  // namespace burnglass
