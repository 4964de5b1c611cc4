// What in a profile could tell of people, machines and code that are nobody else's business: found
// by form, so that nothing found does not mean that nothing is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "profile/names.h"
#include "profile/profile.h"

namespace burnglass {

inline constexpr std::size_t kMostExamples = 3;

struct PrivacyFinding {
  std::string what;          // "User names", "Label tenant"
  std::size_t distinct = 0;  // different ones
  // In how many places: functions, mappings, labels of samples, comments and other texts.
  std::uint64_t places = 0;
  std::vector<std::string> examples;  // those in the most places first, at most kMostExamples
};

struct PrivacySection {
  std::string title;
  std::vector<PrivacyFinding> findings;  // also of what was not found: distinct is 0
};

// A package (or namespace) with names that a redacted copy hides unless it is chosen to be kept.
struct PrivatePackage {
  std::string name;
  NameClass name_class = NameClass::kOwn;
  std::size_t functions = 0;
};

struct PrivacyReport {
  std::vector<PrivacySection> sections;
  std::vector<PrivatePackage> packages;  // the program's own first, then by name
};

PrivacyReport FindPrivacy(const Profile& profile);

}  // namespace burnglass
