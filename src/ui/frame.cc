#include "ui/frame.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <string>

namespace burnglass::ui {
namespace {

constexpr float kClickSlack = 5, kTouchSlack = 10;  // px that a click may move
constexpr float kLongPressMs = 500;

// True once, when a finger has stayed where it pressed for long enough. Its letting go is no click
// then.
bool PressedLong(Frame& frame) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseSource != ImGuiMouseSource_TouchScreen || !ImGui::IsItemActive()) return false;
  if (Dragged(frame) || !io.MouseDown[0]) return false;
  const float held = io.MouseDownDuration[0] * 1000;
  if (held < kLongPressMs) {
    frame.Want(std::max(1.0f, kLongPressMs - held));
    return false;
  }
  ImGui::ClearActiveID();
  return true;
}

Press PressItem(Frame& frame, bool pressed) {
  Press press;
  press.hovered = frame.pointer_here && ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  press.clicked = pressed && !Dragged(frame);
  press.add = press.clicked && ImGui::GetIO().KeyCtrl;
  press.extend = press.clicked && ImGui::GetIO().KeyShift;
  press.double_clicked = press.hovered && ImGui::IsMouseDoubleClicked(0);
  press.menu = (press.hovered && ImGui::IsMouseClicked(1)) || PressedLong(frame);
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

void AskMenu(Frame& frame, NameId name) {
  const OpenProfile* profile = frame.session.active();
  if (profile && profile->view.selected_name != name) {
    frame.Do({.verb = Verb::kSelectName, .number = name});
  }
  frame.Do({.verb = Verb::kMenuAt, .x = frame.pointer.x, .y = frame.pointer.y});
}

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
