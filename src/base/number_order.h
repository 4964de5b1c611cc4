// Names in the order in which a person counts them.
#pragma once

#include <string_view>

namespace burnglass {

// Whether a comes before b, where numbers in them go by their value: "heap.9" before "heap.10".
bool NumbersBefore(std::string_view a, std::string_view b);

}  // namespace burnglass
