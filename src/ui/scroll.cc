#include "ui/scroll.h"

#include <imgui.h>

#include <string>

namespace burnglass::ui {
namespace {

constexpr float kBar = 10, kLeastGrip = 24;

void TakeWheel(Frame& frame, const Rect& region, ScrollState& state) {
  if (!frame.pointer_here || !region.Contains(frame.pointer) || frame.wheel.zoom) return;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
  state.offset += frame.wheel.dy;
  frame.wheel.dy = 0;
}

// A finger that has moved on from where it pressed drags the content along.
void TakeFinger(Frame& frame, const Rect& region, ScrollState& state) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseSource != ImGuiMouseSource_TouchScreen || !io.MouseDown[0]) {
    state.thrown = false;
    return;
  }
  const float dpr = frame.pen.dpr();
  const Point pressed{io.MouseClickedPos[0].x / dpr, io.MouseClickedPos[0].y / dpr};
  if (!state.thrown && (!region.Contains(pressed) || !Dragged(frame))) return;
  state.thrown = true;
  state.offset -= io.MouseDelta.y / dpr;
}

void DrawBar(Frame& frame, std::string_view id, const Rect& region, float content,
             ScrollState& state) {
  const Rect track{region.right() - kBar, region.y, kBar, region.h};
  const float grip = std::max(kLeastGrip, track.h * region.h / content);
  const float most = content - region.h;
  const auto grip_top = [&] { return track.y + (track.h - grip) * state.offset / most; };
  const Press press = Pressable(frame, std::string(id) + " bar", track);
  if (press.held && track.h > grip) {
    // The grip follows the pointer by its middle.
    state.offset = (frame.pointer.y - grip / 2 - track.y) / (track.h - grip) * most;
    state.offset = std::clamp(state.offset, 0.0f, most);
  }
  const Rgba colour = press.held || press.hovered ? frame.theme.text3 : frame.theme.line2;
  frame.pen.Fill({track.x + 3, grip_top() + 2, kBar - 5, grip - 4}, colour, 2.5f);
}

}  // namespace

void Scroll(Frame& frame, std::string_view id, const Rect& region, float content,
            ScrollState& state) {
  const float most = std::max(0.0f, content - region.h);
  if (most > 0) {
    TakeWheel(frame, region, state);
    TakeFinger(frame, region, state);
  }
  state.offset = std::clamp(state.offset, 0.0f, most);
  if (most > 0) DrawBar(frame, id, region, content, state);
}

void ScrollTo(ScrollState& state, const Rect& region, float top, float height) {
  if (top < state.offset) state.offset = top;
  if (top + height > state.offset + region.h) state.offset = top + height - region.h;
}

}  // namespace burnglass::ui
