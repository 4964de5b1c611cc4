// Breaks files at random, for tests of what readers make of them.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace burnglass {

using Random = std::mt19937;

// From 0 to below the limit.
std::size_t Below(Random& random, std::size_t limit);

// Changes one thing: a byte, a piece that is gone, doubled or cut off, or one of `pieces` put in.
void Mutate(std::string& bytes, const std::vector<std::string>& pieces, Random& random);

// A sentence that can be shown on one line.
bool IsPrintable(const std::string& sentence);

}  // namespace burnglass
