// Colours of one perceived lightness, whatever their hue: OKLCH, and the hue of a package.
#pragma once

#include <cstdint>
#include <string_view>

namespace burnglass {

struct Srgb {
  std::uint8_t r = 0, g = 0, b = 0;
};

// oklch(lightness, chroma, hue in degrees); chroma is lowered until the colour fits sRGB.
Srgb OklchToSrgb(float lightness, float chroma, float hue);

// 110 … 362 degrees in steps of 18, from a hash of the package path. People learn their colours:
// the hash must never change.
float PackageHue(std::string_view package);

}  // namespace burnglass
