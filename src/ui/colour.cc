#include "ui/colour.h"

#include <algorithm>
#include <cmath>

#include "base/oklch.h"

namespace burnglass::ui {
namespace {

float Decode(std::uint8_t byte) {
  const float s = static_cast<float>(byte) / 255;
  return s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f);
}

float Luminance(Rgba c) {
  return 0.2126f * Decode(c.r) + 0.7152f * Decode(c.g) + 0.0722f * Decode(c.b);
}

std::uint8_t MixByte(std::uint8_t a, std::uint8_t b, float t) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * t));
}

}  // namespace

Rgba WithAlpha(Rgba colour, float alpha) {
  colour.a = static_cast<std::uint8_t>(std::lround(255 * std::clamp(alpha, 0.0f, 1.0f)));
  return colour;
}

Rgba Mix(Rgba a, Rgba b, float t) {
  return {MixByte(a.r, b.r, t), MixByte(a.g, b.g, t), MixByte(a.b, b.b, t), MixByte(a.a, b.a, t)};
}

Rgba Oklch(float lightness, float chroma, float hue) {
  const Srgb colour = OklchToSrgb(lightness, chroma, hue);
  return {colour.r, colour.g, colour.b, 255};
}

float Contrast(Rgba a, Rgba b) {
  const float la = Luminance(a), lb = Luminance(b);
  return (std::max(la, lb) + 0.05f) / (std::min(la, lb) + 0.05f);
}

}  // namespace burnglass::ui
