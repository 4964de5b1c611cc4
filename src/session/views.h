// The views of a profile, in the order of their tabs: what a link calls them, what their tab says,
// and the verb that opens them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "session/command.h"
#include "session/look.h"

namespace burnglass {

struct ViewWords {
  View view;
  Verb verb;
  std::string_view name;  // in links: "flame"
  std::string_view word;  // on the tab: "Flame"
};

std::span<const ViewWords> ViewTable();

std::string_view ViewName(View view);
std::optional<View> FindView(std::string_view name);
std::optional<View> ViewOf(Verb verb);

}  // namespace burnglass
