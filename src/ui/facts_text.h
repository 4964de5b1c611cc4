// The facts of a profile as words: what kind, when, how long, how much.
#pragma once

#include <string>

#include "session/open_profile.h"

namespace burnglass::ui {

// The headline figure, and what belongs to it: {"3.30 s", "cpu in 5.14 s · 0.64 cores · …"}.
struct FactsLine {
  std::string figure, rest;
};
FactsLine FactsLineOf(const OpenProfile& profile);

}  // namespace burnglass::ui
