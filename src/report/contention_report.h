// Who waits and who makes wait, as text and as JSON.
#pragma once

#include <string>
#include <vector>

#include "analysis/contention.h"

namespace burnglass {

// What the numbers mean, in sentences; also where profiles of several versions of Go mean different
// things by them.
std::vector<std::string> ContentionMeaning(const Contention& contention);

// Two tables: locks, then idle waiting.
std::string ContentionText(const Contention& contention);

// The shape is in README.md beside this file.
std::string ContentionJson(const Contention& contention);

}  // namespace burnglass
