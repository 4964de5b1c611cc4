// Samples as one line of text each, for formats that name frames.
#pragma once

#include <string>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

// "main.leaf f.go:7 in main.holder f.go:9 < main.main main.go:12": the leaf first, "in" between the
// lines of one location. A location without lines is its address, "0x1f".
std::string DrawStack(const ProfileData& data, std::size_t sample);

// "state=chan receive, wait=3 minutes, goroutine=34 id", in the profile's order.
std::string DrawLabels(const ProfileData& data, std::size_t sample);

// For each sample "12 3: main.leaf f.go:7 < main.main main.go:12 {handler=/orders}".
std::vector<std::string> DrawSamples(const ProfileData& data);

// "name=value" for each fact.
std::vector<std::string> DrawFacts(const ProfileData& data);

}  // namespace burnglass
