#include "ui/table_cells.h"

#include <cmath>

namespace burnglass::ui {

std::int64_t LargestOf(std::span<const std::int64_t> values) {
  std::int64_t most = 0;
  for (const std::int64_t v : values) most = std::max(most, v < 0 ? -(v + 1) : v);
  return most;
}

void DrawCostBar(Frame& frame, const Rect& cell, std::int64_t value, std::int64_t most,
                 Rgba colour) {
  if (cell.w <= 0 || most <= 0 || value == 0) return;
  const double share = std::fabs(static_cast<double>(value)) / static_cast<double>(most);
  const float width = std::max(3.0f, (cell.w - 16) * static_cast<float>(share));
  frame.pen.Fill({cell.x, cell.middle_y() - 4, width, 8}, colour, 1);
}

void DrawColumnHead(Frame& frame, const Rect& cell, const ColumnHead& head) {
  if (cell.w <= 0) return;
  std::string text(head.word);
  if (!head.unit.empty()) text.append(", ").append(head.unit);
  const float width = frame.pen.Width(kTiny, text) + (head.sorted ? 12 : 0);
  const bool right = head.align == Align::kRight;
  const Rect place{right ? cell.right() - width : cell.x, cell.y, width, cell.h};
  const Press press = Pressable(frame, head.word, place);
  if (press.hovered) frame.cursor = Cursor::kHand;
  frame.pen.Text(place, kTiny, head.sorted || press.hovered ? frame.theme.text : frame.theme.text3,
                 text);
  if (head.sorted) {
    const float x = place.right() - 8, y = place.middle_y(), up = head.ascending ? -1 : 1;
    frame.pen.Triangle({x, y - 2.5f * up}, {x + 7, y - 2.5f * up}, {x + 3.5f, y + 3 * up},
                       frame.theme.text);
  }
  frame.snapshot.Add(
      Role::kButton, "sort by " + std::string(head.word), "", place,
      static_cast<std::uint8_t>((head.sorted ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do({.verb = head.verb, .number = head.number});
}

void DrawSortHead(Frame& frame, const Rect& cell, std::string_view word, const std::string& unit,
                  SortBy sort, Align align) {
  const Look& look = frame.session.look();
  DrawColumnHead(frame, cell,
                 {.word = word,
                  .unit = unit,
                  .align = align,
                  .sorted = look.sort == sort,
                  .ascending = look.ascending,
                  .verb = Verb::kSort,
                  .number = static_cast<std::uint32_t>(sort)});
}

}  // namespace burnglass::ui
