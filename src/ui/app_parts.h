// What an App is made of. Only app.cc and app_input.cc see it.
#pragma once

#include <imgui.h>

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "session/session.h"
#include "ui/app.h"
#include "ui/control_ring.h"
#include "ui/fonts.h"
#include "ui/shell.h"
#include "ui/shown_picture.h"

namespace burnglass::ui {

// ImGui settles within so many frames after an event.
inline constexpr int kFramesPerEvent = 3;

struct App::Parts {
  explicit Parts(Machine& m) : machine(m), shell(m.Painter()) {}

  Machine& machine;
  ImGuiContext* context = nullptr;
  FontSet fonts{};
  Session session;
  Shell shell;
  ControlRing ring;
  std::string said_of_control;  // the last that was announced
  ui::Snapshot snapshot;
  ShownPicture picture;
  std::vector<burnglass::Command> commands;

  // As the page says them; and after the person's text size, which everything is drawn by.
  float css_w = 0, css_h = 0, css_dpr = 1;
  float w = 0, h = 0, dpr = 1, scale = 1;
  Preferences preferences;
  bool embedded = false, dragging = false, lost = false;
  WheelInput wheel;

  int frames_wanted = kFramesPerEvent;
  bool by_hand = true;              // something that the person did may not be drawn yet
  bool held = false;                // the last frame was
  std::vector<std::string> unsaid;  // to be announced with the next picture
  double last_now = 0;
  double wanted = -1;
  std::deque<double> times;
  const Theme* theme = nullptr;
  float styled_dpr = 0;
  Cursor cursor = Cursor::kArrow;
  std::string left_filter;  // was being typed when the picture was pressed
  std::array<FieldPlace, kFields> fields = {};
  std::vector<ProfileId> told;  // FlameDrawn has been said of these

  void News() { frames_wanted = kFramesPerEvent; }
  // By the person's hand.
  void Event() { News(), by_hand = true; }
  // What is on screen stays there, and the page as it is: nobody waits for this frame.
  bool IsHeld() const { return !by_hand && session.Arriving(last_now, shell.profile_drawn()); }
  const Theme& CurrentTheme() const;
  void Rescale();
  void PlaceFields(const ui::Frame& frame);
  bool MenuOpen() const;
  void PressControl(const SnapshotItem& item);
  bool PressRingKey(std::string_view key);
  void SayControl();
  void PressSearchKey(FieldKey key, std::uint32_t mods);
  void PressFilterKey(FieldKey key);
  void PressPaletteKey(FieldKey key);
  void Apply(const burnglass::Command& command);
  void ApplyCommands();
  void CarryOut(const Effect& effect);
  void Flush();
  void Submit() {
    ImDrawData& frame = *ImGui::GetDrawData();
    if (picture.IsShown(frame, shell.painting().TakeChanged(), last_now)) {
      shell.painting().Leave();
    } else {
      machine.Submit(frame);
    }
  }
  void Draw(double now);
  void LeaveFilter();
  void TellDrawn(ProfileId profile);
  double NextFrame(double now) const;
};

}  // namespace burnglass::ui
