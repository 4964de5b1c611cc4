#include "ui/label_matrix.h"

#include <cmath>

#include "session/numbers.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 40, kPad = 12, kColumn = 84, kLeastName = 180, kMostName = 420;

float NameWidth(const Rect& area, std::size_t columns) {
  const float rest = area.w - 12 - static_cast<float>(columns) * kColumn;
  return std::clamp(rest, std::min(kLeastName, area.w * 0.45f), kMostName);
}

std::size_t FittingColumns(const Rect& area, std::size_t columns) {
  const float room = area.w - 12 - std::min(kLeastName, area.w * 0.45f);
  return std::min(columns, static_cast<std::size_t>(std::max(1.0f, room / kColumn)));
}

Rect CellAt(const Rect& row, std::size_t column, std::size_t columns) {
  const float x = row.x + NameWidth(row, columns) + static_cast<float>(column) * kColumn;
  return {x, row.y, kColumn, row.h};
}

std::string ColumnText(const LabelMatrix& matrix, std::size_t column) {
  const bool without = matrix.without() && column + 1 == matrix.columns();
  if (without) return "(without)";
  return matrix.column(column).empty() ? "\"\"" : std::string(matrix.column(column));
}

// The samples without the key stay in sight though values be left out for want of room.
std::size_t ColumnAt(const LabelMatrix& matrix, std::size_t shown, std::size_t fitting) {
  const bool last = shown + 1 == fitting && fitting < matrix.columns() && matrix.without();
  return last && fitting > 1 ? matrix.columns() - 1 : shown;
}

}  // namespace

void LabelMatrixTable::Draw(Frame& frame, const Rect& area, float row_height, const LabelKey& key) {
  const OpenProfile& profile = *frame.session.active();
  const LabelMatrix* matrix = frame.session.ShownMatrix();
  if (!matrix) return;
  const std::string made_for = std::to_string(profile.id) + ' ' + profile.shown->query + ' ' +
                               matrix->key() + (matrix->cum() ? " cum" : " flat");
  if (made_for != made_for_) scroll_.offset = 0;
  made_for_ = made_for;
  Rect rest = area;
  const std::size_t columns = FittingColumns(area, matrix->columns());
  DrawHead(frame, CutTop(rest, kHeadHeight), *matrix, columns);
  Scroll(frame, "label matrix", rest, static_cast<float>(matrix->rows()) * row_height, scroll_);
  const Clip clip(frame, rest);
  for (auto i = static_cast<std::size_t>(scroll_.offset / row_height); i < matrix->rows(); ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - scroll_.offset;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, row_height}, i, key, columns);
  }
}

void LabelMatrixTable::DrawHead(Frame& frame, const Rect& head, const LabelMatrix& matrix,
                                std::size_t columns) {
  const Theme& t = frame.theme;
  const auto values = matrix.columns() - (matrix.without() ? 1 : 0);
  std::string said = CountText(static_cast<std::int64_t>(matrix.rows())) + " of " +
                     CountText(matrix.all_rows()) + " functions, " +
                     CountText(static_cast<std::int64_t>(std::min(values, columns))) + " of " +
                     CountText(matrix.all_values()) + " values";
  const Rect name{head.x + kPad, head.y, NameWidth(head, columns) - 2 * kPad, head.h};
  frame.pen.TextFit({name.x, name.y + 3, name.w, 16}, kTiny, t.text3, said);
  frame.pen.TextFit(
      {name.x, name.y + 20, name.w, 16}, kTiny, t.text3,
      matrix.cum() ? "cum, % of the value's own cost" : "flat, % of the value's own cost");
  for (std::size_t i = 0; i < columns; ++i) {
    const std::size_t column = ColumnAt(matrix, i, columns);
    const Rect cell = CellAt(head, i, columns);
    const std::string text = ColumnText(matrix, column);
    const std::string fitted = frame.pen.Fitted(kTiny, text, cell.w - 10);
    frame.pen.Text({cell.x, cell.y + 3, cell.w - 8, 16}, kTiny, t.text, fitted, Align::kRight);
    const std::string cost =
        ValueText(matrix.column_cost(column), frame.session.active()->Type().unit);
    frame.pen.Text({cell.x, cell.y + 20, cell.w - 8, 16}, kTiny, t.text3, cost, Align::kRight);
    frame.snapshot.Add(Role::kLabel, "column " + text, cost, cell);
  }
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, t.line);
}

void LabelMatrixTable::DrawRow(Frame& frame, const Rect& row, std::size_t index,
                               const LabelKey& key, std::size_t columns) {
  const OpenProfile& profile = *frame.session.active();
  const LabelMatrix& matrix = *frame.session.ShownMatrix();
  const NameId id = matrix.name(index);
  const Rect name{row.x, row.y, NameWidth(row, columns), row.h};
  const Press press = Pressable(frame, "matrix row", index, name);
  const bool selected = profile.view.selected_name == id;
  if (selected) {
    frame.pen.Fill(row, frame.theme.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, frame.theme.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, frame.theme.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  const Rect text{name.x + kPad, name.y, name.w - 2 * kPad, name.h};
  DrawMarkedName(frame, text, kBoxLabel, profile.names, id, frame.theme.text, frame.theme.text3);
  frame.snapshot.Add(
      Role::kRow, profile.names.Full(id), "", name,
      static_cast<std::uint8_t>((selected ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do({.verb = Verb::kSelectName, .number = id});
  for (std::size_t i = 0; i < columns; ++i) {
    DrawCell(frame, CellAt(row, i, columns), index, ColumnAt(matrix, i, columns), key);
  }
}

void LabelMatrixTable::DrawCell(Frame& frame, const Rect& cell, std::size_t row, std::size_t column,
                                const LabelKey& key) {
  const LabelMatrix& matrix = *frame.session.ShownMatrix();
  const std::int64_t value = matrix.cell(row, column), of = matrix.column_cost(column);
  const Press press = Pressable(frame, "cell", row * matrix.columns() + column, cell);
  const Theme& t = frame.theme;
  if (value != 0 && of != 0) {
    const double share = std::fabs(static_cast<double>(value) / static_cast<double>(of));
    const float strength = static_cast<float>(std::sqrt(std::min(1.0, share)));
    frame.pen.Fill({cell.x + 1, cell.y + 1, cell.w - 2, cell.h - 2}, Mix(t.canvas, t.bar, strength),
                   1.5f);
  }
  if (press.hovered) {
    frame.pen.Outline(cell, t.text, 1, 2);
    frame.cursor = Cursor::kHand;
  }
  if (value != 0) {
    frame.pen.Text({cell.x, cell.y, cell.w - 8, cell.h}, kTable, t.text, PercentFigure(value, of),
                   Align::kRight);
  }
  const OpenProfile& profile = *frame.session.active();
  const std::string name =
      std::string(profile.names.Full(matrix.name(row))) + ", " + ColumnText(matrix, column);
  frame.snapshot.Add(Role::kButton, name,
                     ValueText(value, profile.Type().unit) + " " + PercentText(value, of), cell,
                     press.hovered ? kHovered : 0);
  if (!press.clicked || value == 0) return;
  const bool without = matrix.without() && column + 1 == matrix.columns();
  const Labels& labels = *frame.session.ShownLabels();
  const std::string_view filter = without ? key.filter : labels.value(key.begin + column).filter;
  if (filter.empty()) return;
  if (without) {
    frame.Do({.verb = Verb::kTagIgnore, .text = std::string(filter)});
    frame.Do({.verb = Verb::kFocusCell, .number = matrix.name(row)});
  } else {
    frame.Do({.verb = Verb::kFocusCell, .number = matrix.name(row), .text = std::string(filter)});
  }
}

}  // namespace burnglass::ui
