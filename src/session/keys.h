// The key table: which key does what, by which name automation calls it, and the words of the key
// sheet. It is the contract; the sheet is drawn from it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "session/command.h"

namespace burnglass {

// Bits as the page sends them.
enum KeyModifiers : std::uint32_t { kKeyShift = 1, kKeyCtrl = 2, kKeyAlt = 4, kKeyMeta = 8 };

enum class KeyGroup : std::uint8_t { kMoving, kLooking, kFinding, kFiling };

// What must be held for a key to count. `kPlain` lets Shift pass, since it makes the character.
// kControl: Ctrl or Cmd, without Shift.
enum class Held : std::uint8_t { kPlain, kShifted, kControl, kControlShift };

struct KeyBinding {
  Verb verb;
  std::string_view name;  // for automation; the first binding of a verb names it
  std::string_view key;   // KeyboardEvent.key, or KeyboardEvent.code where it begins with "Key"
  Held held;
  KeyGroup group;
  std::string_view caps;   // as on the sheet, parted by spaces: "Ctrl F"; "": not on the sheet
  std::string_view words;  // on the sheet; "": on the line of the binding before
};

std::span<const KeyBinding> KeyTable();
std::string_view GroupName(KeyGroup group);

// The verb of a pressed key, none when the program has no use for it.
std::optional<Verb> FindKey(std::string_view code, std::string_view key, std::uint32_t mods);

std::optional<Verb> FindVerb(std::string_view name);

// The key of a verb as it is pressed, "" when it has none: for menus whose items have one each.
std::string_view KeyOf(Verb verb);

// The caps of a verb's first key, "" when it has none: for menus and tooltips.
std::string_view CapsOf(Verb verb);

// The same for this verb alone, where the sheet names several keys in one line: "I" of "F I H".
std::string OwnCaps(Verb verb);

}  // namespace burnglass
