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

void DrawSortHead(Frame& frame, const Rect& cell, std::string_view word, const std::string& unit,
                  SortBy sort, Align align) {
  if (cell.w <= 0) return;
  const Look& look = frame.session.look();
  const bool sorted = look.sort == sort;
  std::string text(word);
  if (!unit.empty()) text.append(", ").append(unit);
  const float width = frame.pen.Width(kTiny, text) + (sorted ? 12 : 0);
  const Rect place = align == Align::kRight ? Rect{cell.right() - width, cell.y, width, cell.h}
                                            : Rect{cell.x, cell.y, width, cell.h};
  const Press press = Pressable(frame, word, place);
  if (press.hovered) frame.cursor = Cursor::kHand;
  frame.pen.Text(place, kTiny, sorted || press.hovered ? frame.theme.text : frame.theme.text3,
                 text);
  if (sorted) {
    const float x = place.right() - 8, y = place.middle_y();
    const float up = look.ascending ? -1 : 1;
    frame.pen.Triangle({x, y - 2.5f * up}, {x + 7, y - 2.5f * up}, {x + 3.5f, y + 3 * up},
                       frame.theme.text);
  }
  frame.snapshot.Add(
      Role::kButton, "sort by " + std::string(word), "", place,
      static_cast<std::uint8_t>((sorted ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) {
    frame.Do({.verb = Verb::kSort, .number = static_cast<std::uint32_t>(sort)});
  }
}

}  // namespace burnglass::ui
