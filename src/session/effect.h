// Effect: what the session wants done outside: by the machine, or said to the person.
#pragma once

#include <cstdint>
#include <string>

namespace burnglass {

enum class EffectKind : std::uint8_t {
  kOpenFiles,
  kOpenSample,  // text: its name
  kAbout,
  kCancelOpen,    // profile
  kCloseProfile,  // profile
  kFocusSearch,
  kSearchText,  // text: what the search field shall hold
  kCopy,        // text
  kCopyLink,    // text: the fragment that Link gives
  kFocusFilter,
  kFilterText,  // text: what the field of a filter shall hold
  kFocusPalette,
  kPaletteText,    // text: what the field of the list of actions shall hold
  kFocusCanvas,    // a field has been closed: keys are the picture's again
  kHistoryPushed,  // profile: the number of the new place in the history
  kHistoryAt,      // profile: the number of the place gone to
  kSettings,       // text: what is to be kept
  kSave,           // name: of the file; text: its bytes
  kSavePicture,    // of what is on screen; name: of the file; number: px of it for each on screen
  kLayOut,         // profile; number: what LaidOut is told; text: as LayoutQuestion has it
  kReady,          // profile: it can be drawn though it is not seen
  kStateChanged,
  kAnnounce,  // text: a sentence
};

struct Effect {
  EffectKind kind;
  std::uint32_t profile = 0;
  std::string text = {};
  std::string name = {};
  std::uint32_t number = 0;
};

}  // namespace burnglass
