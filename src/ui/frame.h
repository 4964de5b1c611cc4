// Frame: what every view gets while one frame is drawn: a pen, the colours, what is open, where the
// pointer is; and where it puts what it wants: commands and snapshot entries.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "session/command.h"
#include "session/session.h"
#include "ui/machine.h"
#include "ui/pen.h"
#include "ui/snapshot.h"
#include "ui/theme.h"

namespace burnglass::ui {

// Raw wheel movement since the last frame, px; whoever is under the pointer takes it.
struct WheelInput {
  float dx = 0, dy = 0;
  bool zoom = false;  // Ctrl or Cmd was held
  bool meta = false;
};

struct MenuState;  // ui/menu.h

struct Frame {
  Pen pen;
  const Theme& theme;
  const Session& session;
  std::vector<Command>& commands;
  Snapshot& snapshot;
  WheelInput& wheel;
  MenuState& menu;
  Cursor cursor = Cursor::kArrow;  // what the pointer shall look like
  // Where the page's inputs shall lie; w 0: nowhere.
  FieldPlace search_field = {}, filter_field = {}, palette_field = {};
  double now = 0;       // ms
  bool coarse = false;  // a finger, not a mouse
  bool still = false;   // no motion
  bool embedded = false;
  Point pointer = {-1, -1};
  bool pointer_here = false;

  void Do(Command command) { commands.push_back(std::move(command)); }
  void Do(Verb verb) { commands.push_back({.verb = verb}); }

  // Something changes by itself: another frame is wanted after so many ms.
  void Want(double ms) { wanted = wanted < 0 ? ms : std::min(wanted, ms); }
  double wanted = -1;
};

// What a pointer does to a rectangle.
struct Press {
  bool hovered = false;
  bool held = false;
  bool clicked = false;         // pressed and let go without moving away
  bool double_clicked = false;  // of the second press
  bool add = false;             // with Ctrl or Cmd held, when it was clicked
  bool extend = false;          // with Shift held
  bool menu = false;            // right button, or a finger that stays
};

// Makes the rectangle pressable in the current ImGui window. `id` is unique there.
Press Pressable(Frame& frame, std::string_view id, const Rect& rect);
// One of a list: the number tells it from its siblings.
Press Pressable(Frame& frame, std::string_view list, std::size_t number, const Rect& rect);

// The pointer went far enough since it was pressed that this is no click.
bool Dragged(const Frame& frame);

// Opens the menu of a function under the pointer; the function becomes the selected one.
void AskMenu(Frame& frame, NameId name);

// Clips drawing, pointer and snapshot for a while.
class Clip {
 public:
  Clip(Frame& frame, const Rect& rect);
  ~Clip();
  Clip(const Clip&) = delete;
  Clip& operator=(const Clip&) = delete;

 private:
  Frame& frame_;
};

// A window of its own above what was drawn so far; it takes the pointer inside of its rectangle.
// Draws with `frame.pen` put on the window's list.
void Layer(Frame& frame, std::string_view id, const Rect& rect, const std::function<void()>& draw);

}  // namespace burnglass::ui
