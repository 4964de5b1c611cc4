// What the person does, as the page tells it.
#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cfloat>

#include "session/keys.h"
#include "ui/app_parts.h"

namespace burnglass::ui {
namespace {

std::optional<MenuKey> FindMenuKey(std::string_view key) {
  if (key == "ArrowUp") return MenuKey::kUp;
  if (key == "ArrowDown") return MenuKey::kDown;
  if (key == "Home") return MenuKey::kFirst;
  if (key == "End") return MenuKey::kLast;
  if (key == "Enter" || key == " ") return MenuKey::kChoose;
  return std::nullopt;
}

std::optional<RingKey> FindRingKey(std::string_view key) {
  if (key == "ArrowUp") return RingKey::kUp;
  if (key == "ArrowDown") return RingKey::kDown;
  if (key == "ArrowLeft") return RingKey::kLeft;
  if (key == "ArrowRight") return RingKey::kRight;
  if (key == "Enter" || key == " ") return RingKey::kPress;
  if (key == "Escape") return RingKey::kEnd;
  return std::nullopt;
}

}  // namespace

// A press elsewhere ends the typing of a filter, once that press has done its own.
void App::Parts::LeaveFilter() {
  if (left_filter.empty() || ImGui::IsMouseDown(0) || context->InputEventsQueue.Size > 0) return;
  const std::string left = std::exchange(left_filter, {});
  const FilterEdit* edit = session.editing();
  if (edit && edit->name == left) commands.push_back({.verb = Verb::kEndFilter, .number = 1});
}

void App::Pointer(PointerEvent what, float x, float y, int button, std::uint32_t mods, bool touch) {
  Parts& p = *parts_;
  ImGuiIO& io = ImGui::GetIO();
  p.Event();
  if (const FilterEdit* edit = p.session.editing(); edit && what == PointerEvent::kDown) {
    p.left_filter = edit->name;
  }
  io.AddKeyEvent(ImGuiMod_Ctrl, (mods & (kCtrl | kMeta)) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (mods & kShift) != 0);
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  if (what == PointerEvent::kLeave || what == PointerEvent::kCancel) {
    if (what == PointerEvent::kCancel) io.AddMouseButtonEvent(0, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(x * p.css_dpr, y * p.css_dpr);
  const std::array<int, 3> buttons = {0, 2, 1};  // the DOM counts the middle one second
  if (what != PointerEvent::kMove && button >= 0 && button < 3) {
    io.AddMouseButtonEvent(buttons[static_cast<std::size_t>(button)], what == PointerEvent::kDown);
  }
}

bool App::Wheel(float x, float y, float dx, float dy, std::uint32_t mods) {
  Parts& p = *parts_;
  const bool zoom = mods & (kCtrl | kMeta);
  if (p.embedded && !zoom) return false;
  ImGui::GetIO().AddMousePosEvent(x * p.css_dpr, y * p.css_dpr);
  p.wheel.dx += dx / p.scale;
  p.wheel.dy += dy / p.scale;
  p.wheel.zoom = zoom;
  p.wheel.meta = mods & kMeta;
  p.Event();
  return true;
}

void App::Pinch(float x, float y, float factor) {
  const Point at{x / parts_->scale, y / parts_->scale};
  Shell& shell = parts_->shell;
  if (shell.call_graph().place().w > 0) shell.call_graph().Pinch(at, factor);
  for (FlameView* graph : shell.graphs()) graph->Pinch(at, factor);
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
  Parts& p = *parts_;
  if (const auto menu_key = FindMenuKey(key); menu_key && p.MenuOpen() && !(mods & ~kShift)) {
    p.shell.menu().keys.push_back(*menu_key);
    p.Event();
    return true;
  }
  if (p.ring.on() && !p.MenuOpen() && mods == 0 && p.PressRingKey(key)) return true;
  const std::optional<Verb> verb = FindKey(code, key, mods);
  if (!verb) return false;
  // Without a profile there is nothing to search, and the browser's own search is of more use.
  if (*verb == Verb::kFind && !p.shell.graph_drawn() && p.fields[0].w <= 0) return false;
  CatchUp();
  const Overlay menu = p.MenuOpen() ? p.session.look().overlay : Overlay::kNone;
  const bool drawer = p.shell.layout().form == Form::kMedium;
  p.Apply({.verb = *verb == Verb::kSidePanel && drawer ? Verb::kDrawer : *verb});
  // A key that a menu names does what the line does: the menu closes.
  if (menu != Overlay::kNone && p.session.look().overlay == menu) {
    p.session.Apply({.verb = Verb::kDismiss});
  }
  p.Flush();
  p.Event();
  return true;
}

// As the pointer would, and away again.
void App::Parts::PressControl(const SnapshotItem& item) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(item.rect.middle_x() * dpr, item.rect.middle_y() * dpr);
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

bool App::Parts::PressRingKey(std::string_view key) {
  const std::optional<RingKey> ring_key = FindRingKey(key);
  if (!ring_key) return false;
  Event();
  const SnapshotItem* item = ring.Find(snapshot);
  if (*ring_key == RingKey::kEnd || !item) {
    ring.End();
  } else if (*ring_key == RingKey::kPress) {
    PressControl(*item);
  } else if (!ring.Move(snapshot, *ring_key)) {
    constexpr float kRows = 3;
    const float way = kRows * item->rect.h;
    ImGui::GetIO().AddMousePosEvent(item->rect.middle_x() * dpr, item->rect.middle_y() * dpr);
    wheel.dy += *ring_key == RingKey::kUp ? -way : way;
    wheel.zoom = false;
  }
  return true;
}

void App::Blur() {
  ImGuiIO& io = ImGui::GetIO();
  for (int button = 0; button < 3; ++button) io.AddMouseButtonEvent(button, false);
  parts_->Event();
}

void App::Field(FieldId field, std::string_view text) {
  Parts& p = *parts_;
  const Verb verb = field == FieldId::kSearch   ? Verb::kSearch
                    : field == FieldId::kFilter ? Verb::kFilterText
                                                : Verb::kPaletteText;
  p.session.Apply({.verb = verb, .text = std::string(text)});
  p.session.Tick(p.last_now);
  p.Flush();
  p.Event();
}

bool App::PressFieldKey(FieldId field, FieldKey key, std::uint32_t mods) {
  Parts& p = *parts_;
  p.Event();
  switch (field) {
    case FieldId::kSearch:
      p.PressSearchKey(key, mods);
      break;
    case FieldId::kFilter:
      p.PressFilterKey(key);
      break;
    case FieldId::kPalette:
      p.PressPaletteKey(key);
      break;
  }
  p.session.Tick(p.last_now);
  p.Flush();
  return true;
}

void App::Parts::PressSearchKey(FieldKey key, std::uint32_t mods) {
  if (key == FieldKey::kEscape) {
    shell.CloseSearch();
    return session.Apply({.verb = Verb::kClearSearch});
  }
  const bool back = key == FieldKey::kUp || (key == FieldKey::kEnter && mods & kShift);
  session.Apply({.verb = back ? Verb::kPreviousMatch : Verb::kNextMatch});
}

void App::Parts::PressFilterKey(FieldKey key) {
  const Verb verb = key == FieldKey::kEnter    ? Verb::kEndFilter
                    : key == FieldKey::kEscape ? Verb::kEscape
                    : key == FieldKey::kUp     ? Verb::kOlderFilter
                                               : Verb::kNewerFilter;
  session.Apply({.verb = verb});
}

void App::Parts::PressPaletteKey(FieldKey key) {
  if (key == FieldKey::kEscape) return session.Apply({.verb = Verb::kDismiss});
  shell.menu().keys.push_back(key == FieldKey::kEnter ? MenuKey::kChoose
                              : key == FieldKey::kUp  ? MenuKey::kUp
                                                      : MenuKey::kDown);
}

}  // namespace burnglass::ui
