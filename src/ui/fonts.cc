#include "ui/fonts.h"

#include <imgui.h>

#include <cfloat>

namespace burnglass::ui {
namespace {

// `merge`: characters that the face loaded before does not have come from this one.
ImFont* Load(std::span<const std::byte> file, bool merge = false) {
  ImFontConfig config;
  config.MergeMode = merge;
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
  return font || merge ? font : ImGui::GetIO().Fonts->AddFontDefault();
}

}  // namespace

FontSet LoadFonts(const FontFiles& files) {
  // The mono face has the most characters.
  ImFont* regular = Load(files.regular);
  Load(files.mono, true);
  ImFont* semibold = Load(files.semibold);
  Load(files.regular, true);
  Load(files.mono, true);
  return {regular, semibold, Load(files.mono)};
}

}  // namespace burnglass::ui
