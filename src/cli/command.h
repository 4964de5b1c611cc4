// The `burnglass` command: its verbs, and what it says about itself.
#pragma once

#include <span>
#include <string>

#include "cli/console.h"
#include "cli/outcome.h"

namespace burnglass {

// The arguments after the command's own name.
Outcome RunCommand(std::span<const std::string> arguments, const Console& console = {});

}  // namespace burnglass
