// Type: the faces and sizes of all text, in CSS px of the em square.
#pragma once

#include <array>
#include <cstdint>

struct ImFont;

namespace burnglass::ui {

enum class Face : std::uint8_t { kRegular, kSemiBold, kMono };

struct TextStyle {
  Face face = Face::kRegular;
  float size = 13;
  bool bold = false;  // mono has one weight; drawn twice, a fraction of a px apart
};

inline constexpr TextStyle kHero{Face::kSemiBold, 26};
inline constexpr TextStyle kTitle{Face::kSemiBold, 20};
inline constexpr TextStyle kHead{Face::kSemiBold, 15};
inline constexpr TextStyle kPanelHead{Face::kSemiBold, 13};
inline constexpr TextStyle kLead{Face::kRegular, 15};
inline constexpr TextStyle kBody{Face::kRegular, 13};
inline constexpr TextStyle kTable{Face::kRegular, 12};
inline constexpr TextStyle kSmall{Face::kRegular, 12};
inline constexpr TextStyle kSmallStrong{Face::kSemiBold, 12};
inline constexpr TextStyle kTiny{Face::kRegular, 11};
inline constexpr TextStyle kCode{Face::kMono, 12};
inline constexpr TextStyle kBoxLabel{Face::kMono, 11};
inline constexpr TextStyle kBoxName{Face::kMono, 11, true};
inline constexpr TextStyle kCardName{Face::kMono, 12.5f, true};

// ImGui's fonts, by face.
using FontSet = std::array<ImFont*, 3>;

}  // namespace burnglass::ui
