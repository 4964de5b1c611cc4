// What programs tell of themselves beside their profiles: runtime.MemStats of Go's heap profiles.
#pragma once

#include <string_view>

namespace burnglass {

// The unit of a number that is told under this name; they are written without.
std::string_view UnitOfFact(std::string_view name);

}  // namespace burnglass
