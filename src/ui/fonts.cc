#include "ui/fonts.h"

#include <imgui.h>

namespace burnglass::ui {
namespace {

ImFont* Load(std::span<const std::byte> file) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // A negative size: sizes are of the em square, as in CSS, not of ascender plus descender.
  config.SizePixels = -16;
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
