// The palette of the flame graph: lightness says the class of a function, hue says its package.
// Hues leave out red-orange to yellow, so that what is selected or found is the only amber there.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/theme.h"

namespace burnglass::ui {

// As Opened's column name_class has it.
enum class NameClass : std::uint8_t { kOwn, kDependency, kStandard, kRuntime, kRoot };

// 110 … 362 degrees in steps of 18, from a hash of the package path. People learn their colours:
// the hash must never change.
float PackageHue(std::string_view package);

Rgba BoxFill(const Theme& theme, NameClass name_class, float hue);

// The mark beside a name in tables and cards.
Rgba Swatch(const Theme& theme, NameClass name_class, float hue);

}  // namespace burnglass::ui
