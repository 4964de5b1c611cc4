#include "ui/menu.h"

#include <imgui.h>

#include "ui/scroll.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 304, kRow = 26, kTouchRow = 44, kHeadRow = 28, kPad = 6;

bool DrawItem(Frame& frame, std::size_t number, const Rect& row, const MenuItem& item) {
  const Press press = Pressable(frame, "item", number, row);
  if (press.hovered) {
    frame.pen.Fill(row, frame.theme.sel, 3);
    frame.cursor = Cursor::kHand;
  }
  Rect rest = row.Inset(8, 0);
  const Rect icon = CutLeft(rest, 15);
  const Icon mark = item.icon != Icon::kNone ? item.icon
                    : item.selected          ? Icon::kCheck
                                             : Icon::kNone;
  frame.pen.Draw(mark, {icon.middle_x(), icon.middle_y()}, 14,
                 item.selected ? frame.theme.link : frame.theme.text3);
  CutLeft(rest, 8);
  const float detail = frame.pen.Text(rest, kSmall, frame.theme.text3, item.detail, Align::kRight);
  CutRight(rest, detail + 10);
  frame.pen.TextFit(rest, kBody, frame.theme.text, item.label);
  frame.snapshot.Add(
      Role::kMenuItem, item.label, item.detail, row,
      static_cast<std::uint8_t>((item.selected ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  return press.clicked;
}

}  // namespace

int DrawMenu(Frame& frame, const Rect& screen, const Rect& anchor, std::string_view head,
             const std::vector<MenuItem>& items) {
  const float row = frame.coarse ? kTouchRow : kRow;
  const float content = static_cast<float>(items.size()) * row + kHeadRow + 2 * kPad;
  const float height = std::min(content, screen.h - 16);
  Rect place{anchor.x, anchor.bottom() + 4, std::min(kWidth, screen.w - 16), height};
  if (place.bottom() > screen.bottom() - 8) place.y = anchor.y - 4 - height;
  place.y = std::clamp(place.y, screen.y + 8, std::max(8.0f, screen.bottom() - 8 - height));
  place.x = std::clamp(place.x, screen.x + 8, std::max(8.0f, screen.right() - 8 - place.w));

  int chosen = -1;
  Layer(frame, "menu", screen, [&] {
    frame.pen.Fill({place.x, place.bottom(), place.w, 2}, frame.theme.shade);
    frame.pen.Fill(place, frame.theme.raised, 6);
    frame.pen.Outline(place, frame.theme.line2, 1, 6);
    Rect rest = place.Inset(kPad);
    frame.pen.TextFit(CutTop(rest, kHeadRow).Inset(8, 0), kTiny, frame.theme.text3, head);
    static ScrollState scroll;  // there is one menu at a time
    Scroll(frame, "menu", rest, static_cast<float>(items.size()) * row, scroll);
    const Clip clip(frame, rest);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Rect line{rest.x, rest.y + static_cast<float>(i) * row - scroll.offset, rest.w, row};
      if (DrawItem(frame, i, line, items[i])) chosen = static_cast<int>(i);
    }
    if (ImGui::IsMouseClicked(0) && !place.Contains(frame.pointer)) frame.Do(Verb::kDismiss);
  });
  return chosen;
}

}  // namespace burnglass::ui
