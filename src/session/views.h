// The views of a profile, in the order of their tabs: what a link calls them, what their tab says,
// and the verb that opens them.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "session/command.h"
#include "session/look.h"
#include "session/open_profile.h"

namespace burnglass {

struct ViewWords {
  View view;
  Verb verb;
  std::string_view name;  // in links: "flame"
  std::string_view word;  // on the tab: "Flame"
  // Whether a profile has it; null: every one has.
  bool (*offered)(const OpenProfile&) = nullptr;
};

// Of all kinds of profiles.
std::span<const ViewWords> ViewTable();

// Those that this profile has.
std::vector<ViewWords> ViewsOf(const OpenProfile& profile);
bool HasView(const OpenProfile& profile, View view);
// Only some kinds of profiles have it.
bool IsOwnView(View view);
// Opens the first of those that the profile has; where one is shown now, the one behind it.
std::optional<Verb> OwnViewOf(const OpenProfile& profile, View now = View::kFlame);

std::string_view ViewName(View view);
std::optional<View> FindView(std::string_view name);
std::optional<View> ViewOf(Verb verb);

}  // namespace burnglass
