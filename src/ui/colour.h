// Colours as numbers: sRGB bytes, OKLCH for palettes, contrast for the tests that guard the tokens.
#pragma once

#include <cstdint>

#include "ui/flame_painter.h"

namespace burnglass::ui {

// 0xrrggbb, opaque.
constexpr Rgba Hex(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
          static_cast<std::uint8_t>(rgb), 255};
}

constexpr bool operator==(const Rgba& a, const Rgba& b) {
  return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

// The colour with another opacity, 0 … 1.
Rgba WithAlpha(Rgba colour, float alpha);

// From `a` (t = 0) to `b` (t = 1) in sRGB bytes, as the flame shader mixes.
Rgba Mix(Rgba a, Rgba b, float t);

// oklch(lightness, chroma, hue in degrees); chroma is lowered until the colour fits sRGB.
Rgba Oklch(float lightness, float chroma, float hue);

// WCAG's ratio, 1 … 21; both opaque.
float Contrast(Rgba a, Rgba b);

}  // namespace burnglass::ui
