#include "ui/timeline.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "session/numbers.h"
#include "ui/colour.h"
#include "ui/name_text.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kScaleWidth = 64, kMomentsHeight = 20, kLegendHeight = 24, kLeastBar = 3;
constexpr std::size_t kShownRows = 3;

constexpr std::int64_t kSecond = 1'000'000'000, kDay = 86400 * kSecond;

// Of the profiles of a bar the one with the largest total.
std::size_t LargestIn(const Growth& growth, std::size_t begin, std::size_t end) {
  const auto first = growth.totals.begin();
  return static_cast<std::size_t>(std::max_element(first + static_cast<std::ptrdiff_t>(begin),
                                                   first + static_cast<std::ptrdiff_t>(end)) -
                                  first);
}

// The first row is what the table begins with; the others cost most.
std::vector<std::size_t> RowsToShow(const Growth& growth) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 1; i < growth.rows.size(); ++i) rows.push_back(i);
  const auto most = [&](std::size_t row) { return LargestOf(growth.rows[row].counts); };
  const std::size_t others = std::min(kShownRows - 1, rows.size());
  std::partial_sort(
      rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(others), rows.end(),
      [&](std::size_t a, std::size_t b) { return most(a) != most(b) ? most(a) > most(b) : a < b; });
  rows.resize(others);
  if (!growth.rows.empty()) rows.insert(rows.begin(), 0);
  return rows;
}

Rgba ColourOf(const Frame& frame, const GrowthRow& row, std::size_t place) {
  const Theme& t = frame.theme;
  if (place == 0) return t.accent;
  const Rgba fill =
      row.name == 0 ? t.bar : FunctionFill(t, frame.session.active()->names, row.name);
  return place == 1 ? fill : Mix(fill, t.line2, 0.5f);
}

// The end of the scale: its half is a round number, too, as it is written.
std::int64_t ScaleFor(std::int64_t most, const std::string& unit) {
  const std::int64_t larger = unit == "bytes" ? 1024 : 1000;  // units follow each other so
  std::int64_t step = 1;
  while (most / step >= larger) step *= larger;
  while (most / step >= 10) step *= 10;
  if (step > std::numeric_limits<std::int64_t>::max() / 10) return most;
  for (const int steps : {1, 2, 4, 6, 8}) {
    if (most <= steps * step) return steps * step;
  }
  return 10 * step;
}

}  // namespace

std::size_t BarBegin(std::size_t bar, std::size_t bars, std::size_t profiles) {
  return bar * profiles / bars;
}

std::size_t BarOf(std::size_t profile, std::size_t bars, std::size_t profiles) {
  std::size_t bar = profile * bars / profiles;
  while (bar + 1 < bars && BarBegin(bar + 1, bars, profiles) <= profile) ++bar;
  while (bar > 0 && BarBegin(bar, bars, profiles) > profile) --bar;
  return bar;
}

std::string MomentText(const Growth& growth, std::size_t profile) {
  if (!growth.timed) return std::to_string(profile + 1);
  const std::int64_t time = growth.times[profile];
  const std::int64_t span = growth.times.back() - growth.times.front();
  if (span >= 2 * kDay) return DateText(time).substr(0, 10);
  const auto of_day = static_cast<int>(time / kSecond % 86400);
  char text[32];
  if (span >= static_cast<std::int64_t>(growth.size()) * 2 * kSecond) {
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", of_day / 3600, of_day / 60 % 60,
                  of_day % 60);
  } else {
    // As many decimals as tell neighbours apart.
    const std::int64_t each = span / std::max<std::int64_t>(1, std::ssize(growth.times) - 1);
    const int decimals = each >= kSecond / 10 ? 1 : each >= kSecond / 100 ? 2 : 3;
    const auto millis = static_cast<int>(time % kSecond / 1'000'000);
    std::snprintf(text, sizeof text, "%02d:%02d:%02d.%03d", of_day / 3600, of_day / 60 % 60,
                  of_day % 60, millis);
    text[std::strlen(text) - static_cast<std::size_t>(3 - decimals)] = 0;
  }
  return text;
}

void Timeline::Draw(Frame& frame, const Rect& area, const Growth& growth,
                    const GrowthState& state) {
  Rect rest = area.Inset(12, 0);
  DrawLegend(frame, CutBottom(rest, kLegendHeight), growth);
  const Rect moments = CutBottom(rest, kMomentsHeight);
  CutTop(rest, 18);  // room for numbers above the bars
  Plot plot;
  plot.rect = rest;
  CutLeft(plot.rect, kScaleWidth);
  const auto room = static_cast<std::size_t>(std::max(1.0f, plot.rect.w / kLeastBar));
  plot.bars = std::min(growth.size(), room);
  plot.profiles = growth.size();
  plot.most = ScaleFor(std::max<std::int64_t>(1, LargestOf(growth.totals)), growth.unit);
  shown_rows_ = RowsToShow(growth);
  DrawScale(frame, growth, plot);
  DrawBrush(frame, plot, state.a, "A");
  DrawBrush(frame, plot, state.b, "B");
  TakeMarks(frame, plot, state);
  for (std::size_t bar = 0; bar < plot.bars; ++bar) DrawBar(frame, growth, plot, bar);
  const float each = plot.rect.w / static_cast<float>(plot.bars);
  DrawMarks(frame, growth, plot, state);
  // Moments where there is room for them.
  float free = 0;
  for (std::size_t bar = 0; bar < plot.bars; ++bar) {
    const std::string text = MomentText(growth, BarBegin(bar, plot.bars, growth.size()));
    const float width = frame.pen.Width(kTiny, text);
    const float middle = plot.rect.x + each * (static_cast<float>(bar) + 0.5f);
    const float x = std::clamp(middle - width / 2, area.x, area.right() - width - 4);
    if (x < free) continue;
    frame.pen.Text({x, moments.y, width, moments.h}, kTiny, frame.theme.text3, text);
    free = x + width + 12;
  }
  EndDrag(frame, growth, plot);
}

void Timeline::DrawScale(Frame& frame, const Growth& growth, const Plot& plot) const {
  for (const int part : {0, 1, 2}) {
    const float y = plot.rect.bottom() - plot.rect.h * static_cast<float>(part) / 2;
    frame.pen.HLine(plot.rect.x, y, plot.rect.w, frame.theme.line);
    frame.pen.Text({plot.rect.x - kScaleWidth, y - 8, kScaleWidth - 8, 16}, kTiny,
                   frame.theme.text3, ValueText(plot.most / 2 * part, growth.unit), Align::kRight);
  }
}

void Timeline::DrawBar(Frame& frame, const Growth& growth, const Plot& plot, std::size_t bar) {
  const float each = plot.rect.w / static_cast<float>(plot.bars);
  const float gap = each >= 12 ? 3 : each >= 5 ? 1 : 0;
  const Rect cell{plot.rect.x + each * static_cast<float>(bar), plot.rect.y, each, plot.rect.h};
  const std::size_t begin = BarBegin(bar, plot.bars, growth.size());
  const std::size_t end = BarBegin(bar + 1, plot.bars, growth.size());
  const std::size_t profile = LargestIn(growth, begin, end);
  const Press press = Pressable(frame, "profile", bar, cell);
  const auto height = [&](std::int64_t value) {
    return plot.rect.h * static_cast<float>(std::max<std::int64_t>(value, 0)) /
           static_cast<float>(plot.most);
  };
  const std::int64_t total = growth.totals[profile];
  Rect rest{cell.x + gap / 2, 0, cell.w - gap, height(total)};
  rest.y = plot.rect.bottom() - rest.h;
  frame.pen.Fill(rest, frame.theme.line2);
  Rect top = rest;
  for (std::size_t place = 0; place < shown_rows_.size(); ++place) {
    const GrowthRow& row = growth.rows[shown_rows_[place]];
    const float part = height(row.counts[profile]);
    frame.pen.Fill(place == 0 ? CutTop(top, part) : CutBottom(top, part),
                   ColourOf(frame, row, place));
  }
  if (press.hovered) {
    frame.pen.Outline({rest.x - 1, rest.y - 1, rest.w + 2, rest.h + 2}, frame.theme.outline);
    frame.cursor = Cursor::kHand;
  }
  const std::string value = ValueText(total, growth.unit);
  if (frame.pen.Width(kTiny, value) + 4 <= each || press.hovered) {
    frame.pen.Text({cell.middle_x() - 60, rest.y - 17, 120, 16}, kTiny, frame.theme.text2, value,
                   Align::kCentre);
  }
  frame.snapshot.Add(Role::kButton, MomentText(growth, profile) + " " + growth.names[profile],
                     value, cell, press.hovered ? kHovered : 0);
  TakePress(frame, growth, plot, bar, press);
}

void Timeline::TakePress(Frame& frame, const Growth& growth, const Plot& plot, std::size_t bar,
                         const Press& press) {
  if (press.held && !from_) from_ = bar;
  held_ |= press.held;
  if (!press.clicked) return;
  const auto begin = static_cast<std::uint32_t>(BarBegin(bar, plot.bars, growth.size()));
  const std::size_t end = BarBegin(bar + 1, plot.bars, growth.size());
  if (marking) {
    frame.Do({.verb = Verb::kDeploy, .number = begin});
    marking = false;
  } else {
    frame.Do({.verb = Verb::kBrush, .number = begin, .x = static_cast<double>(end)});
  }
  from_.reset();
}

// While a drag goes on its window is drawn; when it is let go the window is brushed.
void Timeline::EndDrag(Frame& frame, const Growth& growth, const Plot& plot) {
  const bool held = std::exchange(held_, false);
  if (!from_) return;
  const float each = plot.rect.w / static_cast<float>(plot.bars);
  const float at = (frame.pointer.x - plot.rect.x) / each;
  const auto bar =
      static_cast<std::size_t>(std::clamp(at, 0.0f, static_cast<float>(plot.bars - 1)));
  const Brush brush{
      static_cast<std::uint32_t>(BarBegin(std::min(bar, *from_), plot.bars, growth.size())),
      static_cast<std::uint32_t>(BarBegin(std::max(bar, *from_) + 1, plot.bars, growth.size()))};
  if (held) {
    if (bar != *from_) DrawBrush(frame, plot, brush, "");
    return;
  }
  if (bar != *from_)
    frame.Do({.verb = Verb::kBrush, .number = brush.begin, .x = static_cast<double>(brush.end)});
  from_.reset();
}

void Timeline::DrawBrush(Frame& frame, const Plot& plot, const Brush& brush,
                         std::string_view word) const {
  if (brush.empty()) return;
  const float begin = plot.EdgeOf(brush.begin), end = plot.EdgeOf(brush.end);
  const Rect window{begin, plot.rect.y - 18, end - begin, plot.rect.h + 18};
  frame.pen.Fill(window, WithAlpha(frame.theme.accent, 0.16f));
  frame.pen.VLine(window.x, window.y, window.h, frame.theme.accent);
  frame.pen.VLine(window.right() - 1, window.y, window.h, frame.theme.accent);
  if (word.empty()) return;
  const Rect handle{window.x, window.y, 18, 16};
  frame.pen.Fill(handle, frame.theme.accent);
  frame.pen.Text(handle, {Face::kSemiBold, 11}, frame.theme.on_accent, word, Align::kCentre);
}

void Timeline::DrawLegend(Frame& frame, const Rect& area, const Growth& growth) const {
  Rect rest = area;
  CutLeft(rest, kScaleWidth);
  constexpr std::string_view kHint =
      "drag to brush a window, its edges to move them; ← → move it, Shift ← → its end";
  if (rest.w > 700) frame.pen.Text(rest, kTiny, frame.theme.text3, kHint, Align::kRight);
  CutRight(rest, rest.w > 700 ? frame.pen.Width(kTiny, kHint) + 16 : 0);
  const auto entry = [&](Rgba colour, const std::string& text, bool code) {
    const TextStyle style = code ? kBoxLabel : kTiny;
    const float width = frame.pen.Width(style, text);
    if (width + 32 > rest.w) return;
    const Rect swatch = CutLeft(rest, 10);
    frame.pen.Fill({swatch.x, swatch.middle_y() - 5, 10, 10}, colour, 2);
    CutLeft(rest, 6);
    frame.pen.Text(CutLeft(rest, width), style, frame.theme.text2, text);
    CutLeft(rest, 16);
  };
  for (std::size_t place = 0; place < shown_rows_.size(); ++place) {
    const GrowthRow& row = growth.rows[shown_rows_[place]];
    entry(ColourOf(frame, row, place), std::string(PathEnd(row.function)), true);
  }
  entry(frame.theme.line2, "other", false);
}

}  // namespace burnglass::ui
