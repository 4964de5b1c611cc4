#include "ui/palette.h"

namespace burnglass::ui {
namespace {

const Shade& ShadeOf(const Theme& theme, NameClass name_class) {
  switch (name_class) {
    case NameClass::kOwn:
      return theme.own;
    case NameClass::kDependency:
      return theme.dependency;
    case NameClass::kStandard:
      return theme.standard;
    default:
      return theme.runtime;
  }
}

float SwatchChroma(NameClass name_class) {
  switch (name_class) {
    case NameClass::kOwn:
      return 0.11f;
    case NameClass::kDependency:
      return 0.07f;
    case NameClass::kStandard:
      return 0.04f;
    default:
      return 0.01f;
  }
}

}  // namespace

float PackageHue(std::string_view package) {
  // FNV-1a with a start value that spreads sibling packages of one module, then a final mix.
  std::uint32_t h = 0x22d28dff;
  for (const char c : package) h = (h ^ static_cast<std::uint8_t>(c)) * 0x01000193u;
  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  h ^= h >> 12;
  return 110.0f + 18.0f * static_cast<float>(h % 15);
}

Rgba BoxFill(const Theme& theme, NameClass name_class, float hue) {
  if (name_class == NameClass::kRoot) return theme.root;
  const Shade& shade = ShadeOf(theme, name_class);
  return Oklch(shade.lightness, shade.chroma, hue);
}

Rgba Swatch(const Theme& theme, NameClass name_class, float hue) {
  return Oklch(theme.swatch_lightness, SwatchChroma(name_class), hue);
}

}  // namespace burnglass::ui
