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
  kSaveTable,   // text: the top table as CSV
  kReady,       // profile: it can be drawn though it is not seen
  kStateChanged,
  kAnnounce,  // text: a sentence
};

struct Effect {
  EffectKind kind;
  std::uint32_t profile = 0;
  std::string text = {};
};

}  // namespace burnglass
