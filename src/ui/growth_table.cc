#include "ui/growth_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "session/numbers.h"
#include "ui/name_text.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24, kRowHeight = 34, kRoomyFrom = 900;

std::string Rounded(double value, const std::string& unit) {
  const double bounded = std::clamp(value, -9.2e18, 9.2e18);
  return ValueText(std::llround(bounded), unit);
}

std::string SlopeText(const GrowthRow& row, const std::string& unit) {
  return (row.slope > 0 ? "+" : "") + Rounded(row.slope, unit);
}

std::string VerdictText(const Growth& growth, const GrowthRow& row) {
  if (row.at == 0) return row.verdict;
  return row.verdict + " at " + (growth.timed ? "no. " : "") + std::to_string(row.at);
}

// The counts as a line from the left to the right, 0 at the bottom; in the middle where all are the
// same.
void DrawSparkline(Frame& frame, const Rect& area, const GrowthRow& row, Rgba colour) {
  const std::int64_t most = std::max<std::int64_t>(1, LargestOf(row.counts));
  const std::size_t size = row.counts.size();
  const bool same = std::all_of(row.counts.begin(), row.counts.end(),
                                [&](std::int64_t count) { return count == row.counts[0]; });
  std::vector<Point> points;
  const auto width = static_cast<std::size_t>(std::max(2.0f, area.w));
  const std::size_t step = std::max<std::size_t>(1, size / width);
  for (std::size_t i = 0; i < size; i += step) {
    const float x = size < 2 ? 0 : static_cast<float>(i) / static_cast<float>(size - 1);
    const float y = same ? 0.5f
                         : static_cast<float>(std::max<std::int64_t>(row.counts[i], 0)) /
                               static_cast<float>(most);
    points.push_back({area.x + x * area.w, area.bottom() - y * area.h});
  }
  frame.pen.Polyline(points.data(), static_cast<int>(points.size()), colour, 1.5f, false);
  frame.pen.Dot(points.back(), 2.5f, colour);
}

void DrawFunction(Frame& frame, const Rect& cell, const GrowthRow& row) {
  const Names& names = frame.session.active()->names;
  if (row.name == 0) {
    frame.pen.TextFit(BesideMark(cell), kCode, frame.theme.text, PathEnd(row.function));
    return;
  }
  DrawMarkedName(frame, cell, kCode, names, row.name, frame.theme.text, frame.theme.text3);
}

}  // namespace

GrowthTable::Columns GrowthTable::Place(const Rect& row) {
  Columns c;
  Rect rest = row;
  CutLeft(rest, 12);
  CutRight(rest, 16);
  const bool roomy = row.w >= kRoomyFrom;
  c.counts = CutRight(rest, roomy ? 250 : std::min(90.0f, rest.w / 4));
  CutRight(rest, 14);
  if (roomy) c.steps = CutRight(rest, 64);
  if (roomy) c.error = CutRight(rest, 84);
  if (roomy) c.slope = CutRight(rest, 96);
  c.last = CutRight(rest, roomy ? 88 : 64);
  c.first = CutRight(rest, roomy ? 88 : 64);
  if (roomy) c.verdict = CutLeft(rest, 132);
  CutRight(rest, 12);
  c.function = rest;
  return c;
}

void GrowthTable::DrawHead(Frame& frame, const Rect& head, const Growth& growth) const {
  const Columns c = Place(head);
  const auto word = [&](const Rect& cell, std::string_view text, Align align) {
    if (cell.w > 0) frame.pen.Text(cell, kTiny, frame.theme.text3, text, align);
  };
  word(c.verdict, "verdict", Align::kLeft);
  word(c.function, "function", Align::kLeft);
  word(c.first, "first", Align::kRight);
  word(c.last, "last", Align::kRight);
  word(c.slope, growth.timed ? "per hour" : "per profile", Align::kRight);
  word(c.error, "± error", Align::kRight);
  word(c.steps, "steps up", Align::kRight);
  word(c.counts, "counts", Align::kLeft);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

void GrowthTable::Draw(Frame& frame, const Rect& area, const Growth& growth,
                       const GrowthState& state) {
  Rect rest = area;
  DrawHead(frame, CutTop(rest, kHeadHeight), growth);
  const std::vector<std::uint32_t> rows = GrowthRows(growth, state.filter);
  if (shown_for_ != rows.size()) scroll_.offset = 0;
  shown_for_ = static_cast<std::uint32_t>(rows.size());
  if (rows.empty()) {
    frame.pen.Text({rest.x + 12, rest.y + 8, rest.w, 24}, kBody, frame.theme.text2,
                   "No function is like that.");
    return;
  }
  const auto chosen = std::find(rows.begin(), rows.end(), state.row.value_or(0xffffffff));
  Scroll(frame, "growth", rest, static_cast<float>(rows.size()) * kRowHeight, scroll_);
  const Clip clip(frame, rest);
  for (auto i = static_cast<std::size_t>(scroll_.offset / kRowHeight); i < rows.size(); ++i) {
    const float y = rest.y + static_cast<float>(i) * kRowHeight - scroll_.offset;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, kRowHeight}, rows[i], growth,
            chosen == rows.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void GrowthTable::DrawRow(Frame& frame, const Rect& row, std::uint32_t number, const Growth& growth,
                          bool chosen) {
  const Theme& t = frame.theme;
  const GrowthRow& one = growth.rows[number];
  const Columns c = Place(row);
  const Press press = Pressable(frame, "growth row", number, {row.x, row.y, row.w - 10, row.h});
  if (chosen) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  const bool grows = InFilter(GrowthFilter::kGrows, one);
  const auto cell = [&](const Rect& place, const TextStyle& style, Rgba colour,
                        const std::string& text) {
    if (place.w > 0) frame.pen.Text(place, style, colour, text, Align::kRight);
  };
  if (c.verdict.w > 0) {
    frame.pen.TextFit(c.verdict, kTable, grows ? t.link : t.text2, VerdictText(growth, one));
  }
  DrawFunction(frame, c.function, one);
  cell(c.first, kTable, t.text2, ValueText(one.first(), growth.unit));
  cell(c.last, kTable, t.text, ValueText(one.last(), growth.unit));
  cell(c.slope, grows ? kSmallStrong : kTable, t.text, SlopeText(one, growth.unit));
  cell(c.error, kTable, t.text3, Rounded(one.slope_error, growth.unit));
  cell(c.steps, kTable, t.text2,
       std::to_string(one.steps_up) + " of " + std::to_string(growth.size() - 1));
  DrawSparkline(frame, {c.counts.x, c.counts.y + 6, c.counts.w - 6, c.counts.h - 12}, one,
                grows ? t.accent : t.text3);
  frame.snapshot.Add(
      Role::kRow, one.function,
      VerdictText(growth, one) + ", " + ValueText(one.first(), growth.unit) + " to " +
          ValueText(one.last(), growth.unit) + ", " + SlopeText(one, growth.unit) + " ± " +
          Rounded(one.slope_error, growth.unit) + (growth.timed ? " per hour" : " per profile"),
      row, static_cast<std::uint8_t>((chosen ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do({.verb = Verb::kGrowthRow, .number = number});
  if (press.double_clicked) frame.Do(Verb::kViewFlame);
  if (press.menu && one.name != 0) AskMenu(frame, one.name);
}

}  // namespace burnglass::ui
