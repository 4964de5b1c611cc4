#include "ui/menu.h"

#include <imgui.h>

#include <utility>

#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 304, kRow = 26, kTouchRow = 44, kHeadRow = 28, kPad = 6, kRule = 9;

struct Line {
  Rect rect;
  bool under_pointer = false;
  bool clicked = false;
};

Line TakeLine(Frame& frame, std::size_t number, const Rect& row) {
  const Press press = Pressable(frame, "item", number, row);
  if (press.hovered) frame.cursor = Cursor::kHand;
  return {row, press.hovered, press.clicked};
}

void DrawLine(Frame& frame, const Rect& row, const MenuItem& item, bool chosen) {
  if (item.rule) frame.pen.HLine(row.x, row.y - kRule / 2 - 0.5f, row.w, frame.theme.line);
  if (chosen) frame.pen.Fill(row, frame.theme.sel, 3);
  Rect rest = row.Inset(8, 0);
  const Rect icon = CutLeft(rest, 15);
  const Icon mark = item.selected ? Icon::kCheck : item.icon;
  frame.pen.Draw(
      mark, {icon.middle_x(), icon.middle_y()}, 14,
      item.selected || (chosen && item.icon != Icon::kNone) ? frame.theme.link : frame.theme.text3);
  CutLeft(rest, 9);
  if (!item.caps.empty() && !frame.coarse) {
    const float caps = KeyCapsWidth(frame, item.caps);
    KeyCaps(frame, rest.right() - caps, rest.middle_y(), item.caps);
    CutRight(rest, caps + 10);
  }
  const std::string detail = frame.pen.Fitted(kSmall, item.detail, rest.w * 0.6f);
  const float width = frame.pen.Text(rest, kSmall, frame.theme.text3, detail, Align::kRight);
  CutRight(rest, width + 10);
  frame.pen.TextFit(rest, kBody, frame.theme.text, item.label);
  frame.snapshot.Add(
      Role::kMenuItem, item.label, item.detail, row,
      static_cast<std::uint8_t>((item.selected ? kSelected : 0) | (chosen ? kHovered : 0)));
}

float HeightOf(const std::vector<MenuItem>& items, float row) {
  float height = 0;
  for (const MenuItem& item : items) height += row + (item.rule ? kRule : 0);
  return height;
}

Rect PlaceMenu(const Rect& screen, const Rect& anchor, float content) {
  const float height = std::min(content, screen.h - 16);
  Rect place{anchor.x, anchor.bottom() + 4, std::min(kWidth, screen.w - 16), height};
  if (place.bottom() > screen.bottom() - 8) place.y = anchor.y - 4 - height;
  place.y = std::clamp(place.y, screen.y + 8, std::max(8.0f, screen.bottom() - 8 - height));
  place.x = std::clamp(place.x, screen.x + 8, std::max(8.0f, screen.right() - 8 - place.w));
  return place;
}

int SelectedOf(const std::vector<MenuItem>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].selected) return static_cast<int>(i);
  }
  return 0;
}

// A page's input would lie over the menu.
void HideFieldBelow(FieldPlace& field, const Rect& place) {
  if (!Intersection({field.x, field.y, field.w, field.h}, place).empty()) field = {};
}

int DrawLines(Frame& frame, const Rect& area, const std::vector<MenuItem>& items, float row) {
  MenuState& state = frame.menu;
  int chosen = TakeMenuKeys(state, static_cast<int>(items.size())) ? state.at : -1;
  const bool moved = frame.pointer.x != state.pointer.x || frame.pointer.y != state.pointer.y;
  state.pointer = frame.pointer;
  std::vector<Line> lines;
  float y = area.y - state.scroll.offset;
  for (std::size_t i = 0; i < items.size(); ++i) {
    y += items[i].rule ? kRule : 0;
    lines.push_back(TakeLine(frame, i, {area.x, y, area.w, row}));
    y += row;
    if (lines[i].under_pointer && moved) state.at = static_cast<int>(i);
    if (lines[i].clicked) chosen = state.at = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    DrawLine(frame, lines[i].rect, items[i], static_cast<int>(i) == state.at);
  }
  return chosen;
}

}  // namespace

bool TakeMenuKeys(MenuState& state, int count) {
  bool chosen = false;
  for (const MenuKey key : std::exchange(state.keys, {})) {
    if (count <= 0) continue;
    switch (key) {
      case MenuKey::kUp:
        state.at = (std::max(state.at, 0) + count - 1) % count;
        break;
      case MenuKey::kDown:
        state.at = (state.at + 1) % count;
        break;
      case MenuKey::kFirst:
        state.at = 0;
        break;
      case MenuKey::kLast:
        state.at = count - 1;
        break;
      case MenuKey::kChoose:
        chosen = true;
        break;
    }
  }
  state.at = std::clamp(state.at, 0, std::max(0, count - 1));
  return chosen && count > 0;
}

int DrawMenu(Frame& frame, const Rect& screen, const Rect& anchor, std::string_view head,
             const std::vector<MenuItem>& items) {
  const float row = frame.coarse ? kTouchRow : kRow;
  const float lines = HeightOf(items, row);
  const Rect place = PlaceMenu(screen, anchor, lines + kHeadRow + 2 * kPad);
  MenuState& state = frame.menu;
  if (state.fresh) state = {std::move(state.keys), false, SelectedOf(items), frame.pointer, {}};
  HideFieldBelow(frame.search_field, place);
  HideFieldBelow(frame.filter_field, place);

  int chosen = -1;
  Layer(frame, "menu", screen, [&] {
    frame.pen.Fill({place.x, place.bottom(), place.w, 2}, frame.theme.shade);
    frame.pen.Fill(place, frame.theme.raised, 6);
    frame.pen.Outline(place, frame.theme.line2, 1, 6);
    Rect rest = place.Inset(kPad);
    frame.pen.TextFit(CutTop(rest, kHeadRow).Inset(8, 0), kBoxLabel, frame.theme.text3, head);
    frame.snapshot.Add(Role::kLabel, "menu", head, place);
    Scroll(frame, "menu", rest, lines, state.scroll);
    const Clip clip(frame, rest);
    chosen = DrawLines(frame, rest, items, row);
    const bool beside = !place.Contains(frame.pointer);
    if (beside && (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1))) {
      frame.Do(Verb::kDismiss);
    }
  });
  return chosen;
}

}  // namespace burnglass::ui
