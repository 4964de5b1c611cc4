// The tokens keep the promises of the palette: what is to be read can be read.
#include <catch2/catch_test_macros.hpp>

#include <string>

#include "ui/palette.h"
#include "ui/theme.h"

namespace burnglass::ui {
namespace {

struct Named {
  const char* name;
  Rgba colour;
};

std::string Hexed(Rgba c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t byte : {c.r, c.g, c.b}) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

void CheckTheme(const Theme& t) {
  const Named texts[] = {
      {"text", t.text}, {"text2", t.text2}, {"text3", t.text3}, {"link", t.link}};
  const Named grounds[] = {
      {"canvas", t.canvas}, {"panel", t.panel}, {"raised", t.raised},          {"sunk", t.sunk},
      {"hover", t.hover},   {"sel", t.sel},     {"accent_soft", t.accent_soft}};
  for (const Named& text : texts) {
    for (const Named& ground : grounds) {
      INFO(text.name << " on " << ground.name << (t.dark ? ", dark" : ", light"));
      CHECK(Contrast(text.colour, ground.colour) >= 4.5f);
    }
  }
  CHECK(Contrast(t.on_accent, t.accent) >= 7);
  CHECK(Contrast(t.err, t.canvas) >= 3);
}

void CheckFlame(const Theme& t) {
  for (const NameClass name_class : {NameClass::kOwn, NameClass::kDependency, NameClass::kStandard,
                                     NameClass::kRuntime, NameClass::kRoot}) {
    for (float hue = 110; hue <= 362; hue += 18) {
      const Rgba fill = BoxFill(t, name_class, hue);
      const Rgba dimmed = Mix(fill, t.canvas, t.dim);
      INFO(Hexed(fill) << ", hue " << hue << (t.dark ? ", dark" : ", light"));
      CHECK(Contrast(t.flame_text, fill) >= 6.0f);
      CHECK(Contrast(t.flame_dim, dimmed) >= 4.5f);
      CHECK(Contrast(t.outline, fill) >= 3.0f);
    }
  }
}

TEST_CASE("text reads on every ground, in every theme") {
  for (const bool dark : {false, true}) {
    for (const bool contrast : {false, true}) CheckTheme(ThemeFor(dark, contrast));
  }
}

TEST_CASE("labels read in every box, and borders are seen on it") {
  for (const bool dark : {false, true}) {
    for (const bool contrast : {false, true}) CheckFlame(ThemeFor(dark, contrast));
  }
}

TEST_CASE("high contrast is higher") {
  for (const bool dark : {false, true}) {
    const Theme& plain = ThemeFor(dark, false);
    const Theme& high = ThemeFor(dark, true);
    CHECK(Contrast(high.text3, high.canvas) > Contrast(plain.text3, plain.canvas));
    CHECK(Contrast(high.line2, high.canvas) >= 3);
  }
}

TEST_CASE("the palette is the one that people know") {
  const Theme& dark = ThemeFor(true, false);
  CHECK(Hexed(BoxFill(dark, NameClass::kOwn, 110)) == "#595a27");
  CHECK(Hexed(BoxFill(dark, NameClass::kOwn, 146)) == "#3b613e");
  CHECK(Hexed(BoxFill(dark, NameClass::kOwn, 236)) == "#295d79");
  CHECK(Hexed(BoxFill(dark, NameClass::kDependency, 290)) == "#47445f");
  CHECK(Hexed(BoxFill(dark, NameClass::kStandard, 362)) == "#443438");
  const Theme& light = ThemeFor(false, false);
  CHECK(Hexed(BoxFill(light, NameClass::kOwn, 362)) == "#f4c1ce");
  CHECK(Hexed(BoxFill(light, NameClass::kRuntime, 110)) == "#e8e8e4");
}

TEST_CASE("a package's hue never changes, and never comes near amber") {
  CHECK(PackageHue("github.com/prometheus/prometheus/promql") == 362);
  CHECK(PackageHue("github.com/prometheus/prometheus/tsdb") == 236);
  CHECK(PackageHue("github.com/prometheus/prometheus/storage") == 146);
  CHECK(PackageHue("github.com/prometheus/prometheus/web/api/v1") == 110);
  for (int i = 0; i < 1000; ++i) {
    const float hue = PackageHue("package" + std::to_string(i));
    CHECK(hue >= 110);
    CHECK(hue <= 362);
  }
}

TEST_CASE("colours that sRGB does not have lose chroma, not hue") {
  const Rgba wild = Oklch(0.5f, 0.4f, 150);
  CHECK(wild.g > wild.r);
  CHECK(wild.g > wild.b);
}

}  // namespace
}  // namespace burnglass::ui
