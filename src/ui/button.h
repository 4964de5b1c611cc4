// Buttons: with a word, with an icon, and the caps of keys beside them.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace burnglass::ui {

enum class ButtonLook : std::uint8_t {
  kOutlined,  // raised, with a line around
  kPrimary,   // amber; one on a screen
  kQuiet,     // nothing but its content until the pointer is there
  kLink,      // amber words
};

struct ButtonSpec {
  std::string_view id;
  std::string_view label = {};
  Icon icon = Icon::kNone;
  ButtonLook look = ButtonLook::kOutlined;
  bool selected = false;       // a toggle that is on
  bool small = false;          // as the words of a table's head
  bool menu = false;           // a chevron behind the label: opens a menu
  std::string_view caps = {};  // its key, shown in the button
  std::string_view name = {};  // for the snapshot, where there is no label
};

float ButtonWidth(const Frame& frame, const ButtonSpec& spec);

// True when it was clicked.
bool Button(Frame& frame, const Rect& rect, const ButtonSpec& spec);

// An icon alone in a square of 28.
bool IconButton(Frame& frame, const Rect& rect, std::string_view id, Icon icon,
                std::string_view name, bool selected = false);

// The caps of a key combination, one box for each word: "Ctrl F". Returns the width.
float KeyCaps(Frame& frame, float x, float middle_y, std::string_view caps);
float KeyCapsWidth(const Frame& frame, std::string_view caps);

}  // namespace burnglass::ui
