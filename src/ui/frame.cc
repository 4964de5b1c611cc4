#include "ui/frame.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <string>

namespace burnglass::ui {
namespace {

constexpr float kClickSlack = 5, kTouchSlack = 10;  // px that a click may move

Press PressItem(Frame& frame, bool pressed) {
  Press press;
  press.hovered = frame.pointer_here && ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  press.clicked = pressed && !Dragged(frame);
  press.double_clicked = press.hovered && ImGui::IsMouseDoubleClicked(0);
  return press;
}

bool PlaceItem(const Frame& frame, const Rect& rect) {
  const Rect r = frame.pen.Snap(rect);
  if (r.empty()) return false;
  ImGui::SetCursorScreenPos({r.x * frame.pen.dpr(), r.y * frame.pen.dpr()});
  return true;
}

ImVec2 PixelSize(const Frame& frame, const Rect& rect) {
  const Rect r = frame.pen.Snap(rect);
  return {r.w * frame.pen.dpr(), r.h * frame.pen.dpr()};
}

}  // namespace

bool Dragged(const Frame& frame) {
  const float slack = (frame.coarse ? kTouchSlack : kClickSlack) * frame.pen.dpr();
  return ImGui::GetIO().MouseDragMaxDistanceSqr[0] > slack * slack;
}

Press Pressable(Frame& frame, std::string_view id, const Rect& rect) {
  if (!PlaceItem(frame, rect)) return {};
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool pressed = ImGui::InvisibleButton("press", PixelSize(frame, rect));
  ImGui::PopID();
  return PressItem(frame, pressed);
}

Press Pressable(Frame& frame, std::string_view list, std::size_t number, const Rect& rect) {
  ImGui::PushID(static_cast<int>(number));
  const Press press = Pressable(frame, list, rect);
  ImGui::PopID();
  return press;
}

Clip::Clip(Frame& frame, const Rect& rect) : frame_(frame) {
  const Rect r = frame.pen.Snap(rect);
  const float dpr = frame.pen.dpr();
  ImGui::PushClipRect({r.x * dpr, r.y * dpr}, {r.right() * dpr, r.bottom() * dpr}, true);
  frame.snapshot.PushClip(rect);
}

Clip::~Clip() {
  frame_.snapshot.PopClip();
  ImGui::PopClipRect();
}

void Layer(Frame& frame, std::string_view id, const Rect& rect, const std::function<void()>& draw) {
  const Rect r = frame.pen.Snap(rect);
  const float dpr = frame.pen.dpr();
  ImGui::SetNextWindowPos({r.x * dpr, r.y * dpr});
  ImGui::SetNextWindowSize({r.w * dpr, r.h * dpr});
  const std::string name(id);
  ImGui::Begin(name.c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoScrollWithMouse);
  // To the front without the focus: taking that would end whatever is being pressed.
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const Pen below = frame.pen;
  frame.pen = below.On(ImGui::GetWindowDrawList());
  draw();
  frame.pen = below;
  ImGui::End();
}

}  // namespace burnglass::ui
