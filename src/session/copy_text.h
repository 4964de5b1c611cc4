// What is copied as text for other programs, and what is said of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "session/flame.h"
#include "session/link.h"
#include "session/open_profile.h"

namespace burnglass {

// The functions of a path from the root down, leaf first, one a line; the root itself is left out.
std::string StackText(const Names& names, std::span<const Box> path);

// The command that prints the top of the same selection: `go tool pprof -top -focus='^gc$'
// cpu.pb.gz`, quoted for a POSIX shell. `program`: kGoPprof or "burnglass pprof".
std::string TopCommand(std::string_view program, const OpenProfile& profile);

inline constexpr std::string_view kGoPprof = "go tool pprof";
// What is said when its command is copied: whether it asks the same.
std::string PprofSentence(const Query& query);

// Which names go along in a link: "The link says focus ^main$ and search malloc." Patterns are
// given as they are.
std::string LinkSentence(const LinkState& state);

}  // namespace burnglass
