#include "ui/style.h"

#include <imgui.h>

namespace burnglass::ui {
namespace {

ImVec4 Colour(Rgba c) {
  return ImVec4(static_cast<float>(c.r) / 255, static_cast<float>(c.g) / 255,
                static_cast<float>(c.b) / 255, static_cast<float>(c.a) / 255);
}

}  // namespace

void ApplyStyle(const Theme& theme, float dpr) {
  ImGuiStyle style;
  style.WindowPadding = ImVec2(0, 0);
  style.FramePadding = ImVec2(8, 4);
  style.ItemSpacing = ImVec2(8, 4);
  style.CellPadding = ImVec2(6, 2);
  style.WindowMinSize = ImVec2(1, 1);
  style.ScrollbarSize = 10;
  style.GrabMinSize = 24;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 1;
  style.WindowRounding = 0;
  style.FrameRounding = 4;
  style.PopupRounding = 6;
  style.ScrollbarRounding = 5;
  style.TabRounding = 4;
  style.DisabledAlpha = 1;
  style.ScaleAllSizes(dpr);
  // Curves finer than a quarter of a device pixel are not seen.
  style.CircleTessellationMaxError = 0.2f;
  style.Colors[ImGuiCol_WindowBg] = Colour(WithAlpha(theme.canvas, 0));
  style.Colors[ImGuiCol_PopupBg] = Colour(theme.raised);
  style.Colors[ImGuiCol_Border] = Colour(theme.line2);
  style.Colors[ImGuiCol_Text] = Colour(theme.text);
  style.Colors[ImGuiCol_NavCursor] = Colour(WithAlpha(theme.accent, 0));
  ImGui::GetStyle() = style;
}

}  // namespace burnglass::ui
