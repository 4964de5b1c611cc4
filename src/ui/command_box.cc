#include "ui/command_box.h"

#include <string>

#include "ui/button.h"

namespace burnglass::ui {

void DrawCommandBox(Frame& frame, const Rect& box, std::string_view id, std::string_view command) {
  frame.pen.Fill(box, frame.theme.sunk, 4);
  frame.pen.Outline(box, frame.theme.line, 1, 4);
  const ButtonSpec copy{.id = id, .label = "Copy", .icon = Icon::kCopy, .look = ButtonLook::kQuiet};
  Rect rest = box.Inset(8, 0);
  const Rect button = CutRight(rest, ButtonWidth(frame, copy));
  frame.pen.TextFit(rest, kCode, frame.theme.text, command);
  frame.snapshot.Add(Role::kLabel, "command", command, rest);
  if (Button(frame, {button.x + 4, button.middle_y() - 13, button.w, 26}, copy)) {
    frame.Do({.verb = Verb::kCopy, .text = std::string(command)});
  }
}

}  // namespace burnglass::ui
