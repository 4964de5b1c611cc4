// Flags as Go's commands take them: -name, --name, -name=value, and, where a value is needed,
// -name value. The first argument that is no flag ends them; so does "--".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace burnglass {

struct GoFlag {
  std::string_view name;
  std::variant<bool*, std::int64_t*, double*, std::string*> value;  // set when the flag is given
};

// Sets what the flags name and returns the other arguments. Fails on a flag that is not in the
// table, a missing value, and a value that is not of its type.
Result<std::vector<std::string>> ParseGoFlags(std::span<const std::string> arguments,
                                              std::span<const GoFlag> flags);

}  // namespace burnglass
