#include "ui/changes_table.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/button.h"
#include "ui/difference.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24, kPad = 12;

std::string Interval(std::int64_t low, std::int64_t high, const std::string& unit) {
  return " from " + SignedText(low, unit) + " to " + SignedText(high, unit);
}

// All of a row in words.
std::string RowText(const ChangeRow& row, const std::string& unit) {
  const auto side = [&](const char* word, const BothSides& of) {
    return std::string(word) + " A " + ValueText(of.a, unit) + " B " + ValueText(of.b, unit) + " " +
           SignedText(of.b - of.a, unit);
  };
  return side("flat", row.flat) + Interval(row.low, row.high, unit) + ", " + side("cum", row.cum) +
         Interval(row.cum_low, row.cum_high, unit) +
         (row.significant ? ", beyond noise" : ", within noise");
}

std::string ShareText(double share) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f", std::fabs(100 * share));
  const bool nothing = std::string_view(text.data()) == "0.0";
  return (nothing ? "" : share < 0 ? "−" : "+") + std::string(text.data());
}

}  // namespace

float ChangesTable::Scale::X(const Rect& bar, double value) const {
  return bar.middle_x() + static_cast<float>(std::clamp(value / most, -1.0, 1.0)) * bar.w / 2;
}

ChangesTable::Columns ChangesTable::Place(const Rect& row, bool compact) {
  Columns c;
  Rect rest = row;
  CutRight(rest, 10);  // the scroll bar's
  CutLeft(rest, 4);
  const bool roomy = !compact && row.w >= 900, tight = row.w < 440;
  const float figure = roomy ? 90 : tight ? 52 : 60;
  c.a = CutLeft(rest, figure);
  c.b = CutLeft(rest, figure);
  c.delta = CutLeft(rest, figure + 8);
  if (roomy) c.share = CutLeft(rest, 84);
  CutLeft(rest, 12);
  c.bar = CutLeft(rest, roomy ? 220 : tight ? 48 : 84);
  CutLeft(rest, 12);
  c.name = rest;
  return c;
}

// Which rows are seen, and by what they are measured.
void ChangesTable::Choose(Frame& frame) {
  const OpenProfile& profile = *frame.session.active();
  const ChangeTable& changes = *frame.session.ShownChanges();
  const Search* search = frame.session.look().matches_only ? frame.session.ShownSearch() : nullptr;
  const std::string key = std::to_string(profile.id) + ' ' + profile.shown->query + ' ' +
                          std::string(LensWord(profile.lens)) + (by_cum_ ? " cum " : " flat ") +
                          std::to_string(changes.facts().total_b()) + ' ' +
                          (search ? search->pattern() : "");
  if (key == rows_for_) return;
  rows_for_ = key;
  rows_.clear();
  scroll_.offset = 0;
  revealed_of_ = 0;
  const Difference difference(profile, *profile.shown);
  std::vector<std::int64_t> values;
  scale_.most = 1;
  for (std::uint32_t i = 0; i < changes.size(); ++i) {
    const ChangeRow row = changes[i];
    const BothSides of = Of(row);
    values.push_back(of.a), values.push_back(of.b);
    scale_.most = std::max(scale_.most, std::fabs(static_cast<double>(of.b - of.a)));
    if (!difference.Seen(row) || (search && !search->Matches(row.name))) continue;
    rows_.push_back(i);
  }
  format_ = ColumnFormat(values, profile.Type().unit);
}

void ChangesTable::Draw(Frame& frame, const Rect& area, float row_height, bool compact) {
  if (!frame.session.ShownChanges()) return;
  Choose(frame);
  const ChangeTable& changes = *frame.session.ShownChanges();
  Rect rest = area;
  const Rect head = CutTop(rest, kHeadHeight);
  DrawHead(frame, Place(head, compact), head);
  if (rows_.empty()) {
    frame.pen.Paragraph({rest.x + kPad, rest.y + 8, rest.w - 2 * kPad, 44}, kBody,
                        frame.theme.text3, "No function is seen through this lens.", 18);
    return;
  }
  const OpenProfile& profile = *frame.session.active();
  if (revealed_of_ != profile.id || revealed_ != profile.view.reveal) {
    revealed_of_ = profile.id, revealed_ = profile.view.reveal;
    for (std::size_t i = 0; i < rows_.size() && profile.view.selected_name; ++i) {
      if (changes[rows_[i]].name != *profile.view.selected_name) continue;
      ScrollTo(scroll_, rest, static_cast<float>(i) * row_height, row_height);
    }
  }
  Scroll(frame, compact ? "changes" : "all changes", rest,
         static_cast<float>(rows_.size()) * row_height, scroll_);
  const Clip clip(frame, rest);
  for (auto i = static_cast<std::size_t>(scroll_.offset / row_height); i < rows_.size(); ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - scroll_.offset;
    if (y >= rest.bottom()) break;
    const Rect row{rest.x, y, rest.w, row_height};
    DrawRow(frame, Place(row, compact), row, i, changes[rows_[i]]);
  }
}

void ChangesTable::DrawHead(Frame& frame, const Columns& c, const Rect& head) {
  const Rgba quiet = frame.theme.text3;
  const std::string unit = format_.unit().empty() ? "" : ", " + format_.unit();
  frame.pen.Text(c.a, kTiny, quiet, "A" + unit, Align::kRight);
  frame.pen.Text(c.b, kTiny, quiet, "B" + unit, Align::kRight);
  frame.pen.Text(c.delta, kTiny, frame.theme.text, "change", Align::kRight);
  if (c.share.w > 0) frame.pen.Text(c.share, kTiny, quiet, "% of change", Align::kRight);
  frame.pen.TextFit(c.name, kTiny, quiet, "function");
  const std::string_view word = by_cum_ ? "by cum" : "by flat";
  const ButtonSpec spec{.id = "measure", .label = word, .look = ButtonLook::kQuiet, .small = true};
  const float width = ButtonWidth(frame, spec);
  const Rect place{head.right() - width - 2, head.y + 1, width, head.h - 3};
  if (Button(frame, place, spec)) by_cum_ = !by_cum_;
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

// From the middle, less to the left; the interval is a line over it.
void ChangesTable::DrawBar(Frame& frame, const Rect& bar, const ChangeRow& row) const {
  const BothSides of = Of(row);
  const float zero = bar.middle_x(), end = scale_.X(bar, static_cast<double>(of.b - of.a));
  const Difference difference(*frame.session.active(), *frame.session.active()->shown);
  const Rgba fill = row.significant ? DiffFill(frame.theme, of.b > of.a ? kDiffSteps : -kDiffSteps)
                                    : frame.theme.bar;
  const float y = bar.middle_y();
  frame.pen.Fill({std::min(zero, end), y - 5, std::max(1.0f, std::fabs(end - zero)), 10}, fill);
  frame.pen.VLine(zero, bar.y + 3, bar.h - 6, frame.theme.line2);
  const float low = scale_.X(bar, static_cast<double>(by_cum_ ? row.cum_low : row.low));
  const float high = scale_.X(bar, static_cast<double>(by_cum_ ? row.cum_high : row.high));
  frame.pen.HLine(low, y, std::max(1.0f, high - low), frame.theme.text3);
}

void ChangesTable::DrawRow(Frame& frame, const Columns& c, const Rect& row, std::size_t index,
                           const ChangeRow& change) {
  const OpenProfile& profile = *frame.session.active();
  const Theme& t = frame.theme;
  const Press press = Pressable(frame, "change", index, {row.x, row.y, row.w - 10, row.h});
  const bool selected = profile.view.selected_name == change.name;
  if (selected) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  const BothSides of = Of(change);
  const Rgba plain = change.significant ? t.text : t.text3;
  const auto figure = [&](const Rect& cell, Rgba colour, const std::string& text) {
    if (cell.w > 0) frame.pen.Text(cell, kTable, colour, text, Align::kRight);
  };
  const std::int64_t by = of.b - of.a;
  figure(c.a, change.significant ? t.text2 : t.text3, format_.Text(of.a));
  figure(c.b, plain, format_.Text(of.b));
  figure(c.delta, DiffText(t, by, change.significant), (by > 0 ? "+" : "") + format_.Text(by));
  const double moved = frame.session.ShownChanges()->facts().moved();
  const std::int64_t flat = change.flat.b - change.flat.a;
  figure(c.share, t.text2, ShareText(moved == 0 ? 0 : static_cast<double>(flat) / moved));
  DrawBar(frame, c.bar, change);
  DrawSwatch(frame, c.name, profile.names, change.name);
  DrawName(frame, {c.name.x + 10, c.name.y, c.name.w - 12, c.name.h}, kBoxLabel, profile.names,
           change.name, plain, t.text3);
  frame.snapshot.Add(
      Role::kRow, profile.names.Full(change.name), RowText(change, profile.Type().unit), row,
      static_cast<std::uint8_t>((selected ? kSelected : 0) | (press.hovered ? kHovered : 0) |
                                (change.significant ? 0 : kDisabled)));
  if (press.clicked) frame.Do({.verb = Verb::kSelectName, .number = change.name});
  if (press.menu) AskMenu(frame, change.name);
}

}  // namespace burnglass::ui
