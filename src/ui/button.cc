#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 10, kGap = 6, kIcon = 15, kRadius = 4;
constexpr float kCapPad = 5, kCapGap = 4, kCapHeight = 17;

TextStyle LabelStyle(const ButtonSpec& spec) {
  if (spec.small) return kTiny;
  return spec.look == ButtonLook::kPrimary ? TextStyle{Face::kSemiBold, 12.5f}
                                           : TextStyle{Face::kRegular, 12.5f};
}

Rgba LabelColour(const Theme& theme, const ButtonSpec& spec) {
  switch (spec.look) {
    case ButtonLook::kPrimary:
      return theme.on_accent;
    case ButtonLook::kLink:
      return theme.link;
    default:
      return spec.selected ? theme.link : theme.text;
  }
}

void DrawGround(Frame& frame, const Rect& rect, const ButtonSpec& spec, const Press& press) {
  const Theme& t = frame.theme;
  switch (spec.look) {
    case ButtonLook::kPrimary:
      frame.pen.Fill(rect, press.hovered ? Mix(t.accent, t.text, 0.12f) : t.accent, kRadius);
      return;
    case ButtonLook::kOutlined:
      frame.pen.Fill(rect, press.hovered ? t.hover : t.raised, kRadius);
      frame.pen.Outline(rect, t.line2, t.contrast ? 2 : 1, kRadius);
      return;
    case ButtonLook::kQuiet:
      if (press.hovered) frame.pen.Fill(rect, t.hover, kRadius);
      return;
    case ButtonLook::kLink:
      if (press.hovered) frame.pen.HLine(rect.x, rect.middle_y() + 8, rect.w, t.link);
      return;
  }
}

// Calls take(word) for each word of "Ctrl F".
template <typename Take>
void EachCap(std::string_view caps, Take&& take) {
  while (!caps.empty()) {
    const std::size_t end = std::min(caps.find(' '), caps.size());
    if (end > 0) take(caps.substr(0, end));
    caps.remove_prefix(std::min(end + 1, caps.size()));
  }
}

// Faces have no arrows worth drawing: those caps are icons.
Icon CapIcon(std::string_view cap) {
  if (cap == "↑") return Icon::kArrowUp;
  if (cap == "↓") return Icon::kArrowDown;
  if (cap == "←") return Icon::kArrowLeft;
  if (cap == "→") return Icon::kArrowRight;
  return Icon::kNone;
}

float CapWidth(const Frame& frame, std::string_view cap) {
  const float text = CapIcon(cap) == Icon::kNone ? frame.pen.Width(kTiny, cap) : 9;
  return std::max(kCapHeight, text + 2 * kCapPad);
}

}  // namespace

float ButtonWidth(const Frame& frame, const ButtonSpec& spec) {
  float width = spec.look == ButtonLook::kLink ? 0 : 2 * kPad;
  if (spec.icon != Icon::kNone) width += kIcon + (spec.label.empty() ? 0 : kGap);
  width += frame.pen.Width(LabelStyle(spec), spec.label);
  if (spec.menu) width += kGap + 10;
  if (!spec.caps.empty()) width += kGap + KeyCapsWidth(frame, spec.caps);
  return width;
}

bool Button(Frame& frame, const Rect& rect, const ButtonSpec& spec) {
  const Press press = Pressable(frame, spec.id, rect);
  if (press.hovered) frame.cursor = Cursor::kHand;
  DrawGround(frame, rect, spec, press);
  const Rgba colour = LabelColour(frame.theme, spec);
  Rect rest = spec.look == ButtonLook::kLink ? rect : rect.Inset(kPad, 0);
  if (spec.icon != Icon::kNone) {
    const Rect place = CutLeft(rest, kIcon);
    const bool plain = spec.look != ButtonLook::kPrimary && !spec.selected;
    frame.pen.Draw(spec.icon, {place.middle_x(), place.middle_y()}, kIcon,
                   plain && spec.look != ButtonLook::kLink ? frame.theme.text2 : colour);
    CutLeft(rest, kGap);
  }
  CutLeft(rest, frame.pen.TextFit(rest, LabelStyle(spec), colour, spec.label));
  if (spec.menu) {
    frame.pen.Draw(Icon::kChevronDown, {rect.right() - kPad - 4, rect.middle_y()}, 13,
                   frame.theme.text3);
  }
  if (!spec.caps.empty()) KeyCaps(frame, rest.x + kGap, rect.middle_y(), spec.caps);
  const auto states =
      static_cast<std::uint8_t>((spec.selected ? kSelected : 0) | (press.hovered ? kHovered : 0));
  frame.snapshot.Add(Role::kButton, spec.name.empty() ? spec.label : spec.name, "", rect, states);
  return press.clicked;
}

bool IconButton(Frame& frame, const Rect& rect, std::string_view id, Icon icon,
                std::string_view name, bool selected) {
  const Press press = Pressable(frame, id, rect);
  if (press.hovered) {
    frame.cursor = Cursor::kHand;
    frame.pen.Fill(rect, frame.theme.hover, kRadius);
  }
  const Rgba plain = press.hovered ? frame.theme.text : frame.theme.text2;
  frame.pen.Draw(icon, {rect.middle_x(), rect.middle_y()}, 16, selected ? frame.theme.link : plain);
  frame.snapshot.Add(
      Role::kButton, name, "", rect,
      static_cast<std::uint8_t>((selected ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  return press.clicked;
}

float KeyCapsWidth(const Frame& frame, std::string_view caps) {
  float width = 0;
  EachCap(caps,
          [&](std::string_view cap) { width += (width > 0 ? kCapGap : 0) + CapWidth(frame, cap); });
  return width;
}

float KeyCaps(Frame& frame, float x, float middle_y, std::string_view caps) {
  const float begin = x;
  EachCap(caps, [&](std::string_view cap) {
    const Rect box{x, middle_y - kCapHeight / 2, CapWidth(frame, cap), kCapHeight};
    frame.pen.Outline(box, frame.theme.line2, 1, 3);
    if (const Icon icon = CapIcon(cap); icon != Icon::kNone) {
      frame.pen.Draw(icon, {box.middle_x(), box.middle_y()}, 12, frame.theme.text2);
    } else {
      frame.pen.Text(box, kTiny, frame.theme.text2, cap, Align::kCentre);
    }
    x += box.w + kCapGap;
  });
  return std::max(0.0f, x - begin - kCapGap);
}

}  // namespace burnglass::ui
