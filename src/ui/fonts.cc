#include "ui/fonts.h"

#include <imgui.h>

#include <cfloat>

namespace burnglass::ui {
namespace {

ImFont* Load(std::span<const std::byte> file) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // A negative size: sizes are of the em square, as in CSS, not of ascender plus descender.
  config.SizePixels = -16;
  // ImGui multiplies these limits of an advance by wanted size / SizePixels, which is negative
  // here.
  config.GlyphMinAdvanceX = 0;
  config.GlyphMaxAdvanceX = -FLT_MAX;
  ImFont* font = nullptr;
  if (!file.empty()) {
    font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<std::byte*>(file.data()),
                                                      static_cast<int>(file.size()),
                                                      config.SizePixels, &config);
  }
  return font ? font : ImGui::GetIO().Fonts->AddFontDefault();
}

}  // namespace

FontSet LoadFonts(const FontFiles& files) {
  return {Load(files.regular), Load(files.semibold), Load(files.mono)};
}

}  // namespace burnglass::ui
