// PrivacySheet: what a file could tell of people, machines and code, as the engine found it
// (PrivacyAnswer).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "message/message.h"

namespace burnglass {

struct PrivacyLine {
  std::string what;
  bool found = false;
  std::string count;     // "3 in 120 places", "none"
  std::string examples;  // "alice, bob, …"
};

struct PrivacyGroup {
  std::string title;
  std::vector<PrivacyLine> lines;
};

struct PackageChoice {
  std::string name;
  std::uint32_t name_class = 0;  // as in Opened
  std::string functions;         // "12 functions"
};

struct PrivacySheet {
  std::vector<PrivacyGroup> groups;
  std::vector<PackageChoice> packages;
  std::uint32_t packages_left_out = 0;
};

PrivacySheet ReadPrivacySheet(const pb::PrivacyAnswer& answer);

}  // namespace burnglass
