#include "ui/logo.h"

#include <imgui.h>

namespace burnglass::ui {
namespace {

constexpr float kGrid = 24, kStroke = 1.6f, kAllRaysFrom = 20;

// The lens stands on its tips at (cx, top) and (cx, bottom) and bulges by `bulge` to both sides.
void Lens(ImDrawList* list, ImVec2 top, ImVec2 bottom, float bulge, ImU32 colour, float width) {
  const float third = (bottom.y - top.y) * 0.29f;
  list->PathLineTo(top);
  list->PathBezierCubicCurveTo({top.x + bulge, top.y + third}, {bottom.x + bulge, bottom.y - third},
                               bottom);
  list->PathBezierCubicCurveTo({bottom.x - bulge, bottom.y - third}, {top.x - bulge, top.y + third},
                               top);
  list->PathStroke(colour, ImDrawFlags_Closed, width);
}

}  // namespace

void DrawLogo(Frame& frame, const Rect& square) {
  ImDrawList* list = frame.pen.list();
  const float dpr = frame.pen.dpr(), scale = square.w / kGrid * dpr;
  const auto at = [&](float x, float y) {
    return ImVec2(square.x * dpr + x * scale, square.y * dpr + y * scale);
  };
  const float width = kStroke * scale;
  const ImU32 rays = Packed(frame.theme.accent);
  Lens(list, at(8.5f, 2.5f), at(8.5f, 21.5f), 4 * scale, Packed(frame.theme.text), width);
  list->AddLine(at(11.4f, 7.5f), at(20, 12), rays, width);
  list->AddLine(at(11.4f, 16.5f), at(20, 12), rays, width);
  if (square.w >= kAllRaysFrom) list->AddLine(at(11.8f, 12), at(20, 12), rays, width);
  list->AddCircleFilled(at(20.2f, 12), 2.3f * scale, rays);
}

void DrawLens(Frame& frame, Point centre) {
  ImDrawList* list = frame.pen.list();
  const float dpr = frame.pen.dpr(), width = 1.5f * dpr;
  const auto at = [&](float x, float y) {
    return ImVec2((centre.x + x) * dpr, (centre.y + y) * dpr);
  };
  const ImU32 quiet = Packed(frame.theme.line2), rays = Packed(frame.theme.accent);
  for (const float y : {-24.0f, 0.0f, 24.0f}) {
    list->AddLine(at(-80, y), at(y == 0 ? -30.0f : -29.0f, y), quiet, width);
    list->AddLine(at(y == 0 ? -14.0f : -14.5f, y), at(62, 0), rays, width);
  }
  Lens(list, at(-21.5f, -38), at(-21.5f, 38), 11 * dpr, Packed(frame.theme.text2), width);
  list->AddCircleFilled(at(62, 0), 4.5f * dpr, rays);
}

}  // namespace burnglass::ui
