#include "base/oklch.h"

#include <algorithm>
#include <cmath>

namespace burnglass {
namespace {

struct Linear {
  float r, g, b;
};

// Björn Ottosson's OKLab to linear sRGB.
Linear FromOklab(float l, float a, float b) {
  const float l1 = l + 0.3963377774f * a + 0.2158037573f * b;
  const float m1 = l - 0.1055613458f * a - 0.0638541728f * b;
  const float s1 = l - 0.0894841775f * a - 1.2914855480f * b;
  const float l3 = l1 * l1 * l1, m3 = m1 * m1 * m1, s3 = s1 * s1 * s1;
  return {4.0767416621f * l3 - 3.3077115913f * m3 + 0.2309699292f * s3,
          -1.2684380046f * l3 + 2.6097574011f * m3 - 0.3413193965f * s3,
          -0.0041960863f * l3 - 0.7034186147f * m3 + 1.7076147010f * s3};
}

Linear FromOklch(float lightness, float chroma, float hue) {
  const float radians = hue * 3.14159265f / 180;
  return FromOklab(lightness, chroma * std::cos(radians), chroma * std::sin(radians));
}

bool InGamut(Linear c) {
  const float slack = 1e-4f;
  return std::min({c.r, c.g, c.b}) >= -slack && std::max({c.r, c.g, c.b}) <= 1 + slack;
}

std::uint8_t Encode(float linear) {
  const float v = std::clamp(linear, 0.0f, 1.0f);
  const float s = v <= 0.0031308f ? 12.92f * v : 1.055f * std::pow(v, 1 / 2.4f) - 0.055f;
  return static_cast<std::uint8_t>(std::lround(s * 255));
}

}  // namespace

Srgb OklchToSrgb(float lightness, float chroma, float hue) {
  float low = 0, high = chroma;
  if (!InGamut(FromOklch(lightness, chroma, hue))) {
    for (int i = 0; i < 16; ++i) {
      const float middle = (low + high) / 2;
      (InGamut(FromOklch(lightness, middle, hue)) ? low : high) = middle;
    }
    chroma = low;
  }
  const Linear c = FromOklch(lightness, chroma, hue);
  return {Encode(c.r), Encode(c.g), Encode(c.b)};
}

float PackageHue(std::string_view package) {
  // FNV-1a with a start value that spreads sibling packages of one module, then a final mix.
  std::uint32_t h = 0x22d28dff;
  for (const char c : package) h = (h ^ static_cast<std::uint8_t>(c)) * 0x01000193u;
  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  h ^= h >> 12;
  return 110.0f + 18.0f * static_cast<float>(h % 15);
}

}  // namespace burnglass
