// Values as Go's flags spell them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace burnglass {

// 1, t, T, TRUE, true, True; 0, f, F, FALSE, false, False.
std::optional<bool> ReadBool(std::string_view text);

// Decimal, with or without a sign.
std::optional<std::int64_t> ReadInt(std::string_view text);

// Decimal, with or without an exponent; finite.
std::optional<double> ReadDouble(std::string_view text);

}  // namespace burnglass
