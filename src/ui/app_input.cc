// What the person does, as the page tells it.
#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cfloat>

#include "session/keys.h"
#include "ui/app_parts.h"

namespace burnglass::ui {

void App::Pointer(PointerEvent what, float x, float y, int button, std::uint32_t mods, bool touch) {
  Parts& p = *parts_;
  ImGuiIO& io = ImGui::GetIO();
  (void)mods;
  p.Event();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  if (what == PointerEvent::kLeave || what == PointerEvent::kCancel) {
    if (what == PointerEvent::kCancel) io.AddMouseButtonEvent(0, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(x * p.dpr, y * p.dpr);
  const std::array<int, 3> buttons = {0, 2, 1};  // the DOM counts the middle one second
  if (what != PointerEvent::kMove && button >= 0 && button < 3) {
    io.AddMouseButtonEvent(buttons[static_cast<std::size_t>(button)], what == PointerEvent::kDown);
  }
}

bool App::Wheel(float x, float y, float dx, float dy, std::uint32_t mods) {
  Parts& p = *parts_;
  const bool zoom = mods & (kCtrl | kMeta);
  if (p.embedded && !zoom) return false;
  ImGui::GetIO().AddMousePosEvent(x * p.dpr, y * p.dpr);
  p.wheel.dx += dx;
  p.wheel.dy += dy;
  p.wheel.zoom = zoom;
  p.wheel.meta = mods & kMeta;
  p.Event();
  return true;
}

void App::Pinch(float x, float y, float factor) {
  for (FlameView* graph : parts_->shell.graphs()) graph->Pinch({x, y}, factor);
  parts_->Event();
}

// A click of just before comes first: it may choose what a key or a command is for.
void App::CatchUp() {
  constexpr int kMostFrames = 8;
  const auto& queue = parts_->context->InputEventsQueue;
  for (int i = 0; i < kMostFrames && queue.Size > 0; ++i) Frame(parts_->last_now);
}

bool App::Key(bool down, std::string_view code, std::string_view key, std::uint32_t mods) {
  if (!down) return false;
  const std::optional<Verb> verb = FindKey(code, key, mods);
  if (!verb) return false;
  Parts& p = *parts_;
  // Without a profile there is nothing to search, and the browser's own search is of more use.
  if (*verb == Verb::kFind && !p.shell.graph_drawn() && p.field.w <= 0) return false;
  CatchUp();
  const bool drawer = p.shell.layout().form == Form::kMedium;
  p.session.Apply({.verb = *verb == Verb::kSidePanel && drawer ? Verb::kDrawer : *verb});
  p.Flush();
  p.Event();
  return true;
}

void App::Blur() {
  ImGuiIO& io = ImGui::GetIO();
  for (int button = 0; button < 3; ++button) io.AddMouseButtonEvent(button, false);
  parts_->Event();
}

void App::Field(FieldId field, std::string_view text) {
  if (field != FieldId::kSearch) return;
  parts_->session.Apply({.verb = Verb::kSearch, .text = std::string(text)});
  parts_->session.Tick(parts_->last_now);
  parts_->Flush();
  parts_->Event();
}

bool App::PressFieldKey(FieldId field, FieldKey key, std::uint32_t mods) {
  if (field != FieldId::kSearch) return false;
  Parts& p = *parts_;
  p.Event();
  switch (key) {
    case FieldKey::kEnter:
    case FieldKey::kDown:
    case FieldKey::kUp: {
      const bool back = key == FieldKey::kUp || (key == FieldKey::kEnter && mods & kShift);
      p.session.Apply({.verb = back ? Verb::kPreviousMatch : Verb::kNextMatch});
      break;
    }
    case FieldKey::kEscape:
      p.shell.CloseSearch();
      p.session.Apply({.verb = Verb::kClearSearch});
      break;
  }
  p.Flush();
  return true;
}

}  // namespace burnglass::ui
