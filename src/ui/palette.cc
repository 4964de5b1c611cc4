#include "ui/palette.h"

#include "base/oklch.h"

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

float PackageHue(std::string_view package) { return burnglass::PackageHue(package); }

Rgba BoxFill(const Theme& theme, NameClass name_class, float hue) {
  if (name_class == NameClass::kRoot) return theme.root;
  const Shade& shade = ShadeOf(theme, name_class);
  return Oklch(shade.lightness, shade.chroma, hue);
}

Rgba Swatch(const Theme& theme, NameClass name_class, float hue) {
  return Oklch(theme.swatch_lightness, SwatchChroma(name_class), hue);
}

}  // namespace burnglass::ui
