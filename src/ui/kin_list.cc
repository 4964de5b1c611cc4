#include "ui/kin_list.h"

#include <cmath>

#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 32, kColumnHead = 24, kPad = 12, kBar = 60, kBarHeight = 6;

struct Columns {
  Rect value, share, bar, name;
};

Columns Place(const Rect& row) {
  Columns c;
  Rect rest = row;
  CutRight(rest, kPad);
  c.value = CutLeft(rest, 66);
  c.share = CutLeft(rest, 50);
  CutLeft(rest, 12);
  c.bar = CutLeft(rest, kBar);
  CutLeft(rest, 14);
  c.name = rest;
  return c;
}

ColumnFormat FormatOf(const KinSpec& spec, std::string_view unit) {
  std::vector<std::int64_t> values;
  for (const PeekRow& row : spec.rows) values.push_back(row.cum);
  return ColumnFormat(values, unit);
}

void DrawShare(Frame& frame, const Rect& cell, std::int64_t value, std::int64_t of) {
  const Rect ground{cell.x, cell.middle_y() - kBarHeight / 2, cell.w, kBarHeight};
  frame.pen.Fill(ground, frame.theme.bar2, 1);
  if (of == 0 || value == 0) return;
  const double share = std::fabs(static_cast<double>(value) / static_cast<double>(of));
  const float width = std::max(2.0f, cell.w * static_cast<float>(std::min(1.0, share)));
  frame.pen.Fill({ground.x, ground.y, width, ground.h}, frame.theme.text3, 1);
}

void DrawHead(Frame& frame, const Rect& head, const KinSpec& spec) {
  Rect rest = head.Inset(kPad, 0);
  CutLeft(rest, frame.pen.Text(rest, kPanelHead, frame.theme.text, spec.head) + 8);
  const std::string count = CountText(static_cast<std::int64_t>(spec.rows.size()));
  frame.pen.Text(rest, kSmall, frame.theme.text3, count);
  frame.snapshot.Add(Role::kLabel, spec.head, count, head);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

void DrawColumnHead(Frame& frame, const Rect& line, const std::string& unit) {
  const Columns c = Place(line);
  const Rgba quiet = frame.theme.text3;
  frame.pen.Text(c.value, kTiny, quiet, unit.empty() ? "count" : unit, Align::kRight);
  frame.pen.Text(c.share, kTiny, quiet, "%", Align::kRight);
  frame.pen.Text(c.name, kTiny, quiet, "function");
}

}  // namespace

float KinList::HeightOf(const KinSpec& spec) {
  const auto rows = static_cast<float>(std::max<std::size_t>(1, spec.rows.size()));
  return kHeadHeight + kColumnHead + rows * spec.row_height + 8;
}

void KinList::Draw(Frame& frame, const Rect& area, const KinSpec& spec) {
  const OpenProfile& profile = *frame.session.active();
  const ColumnFormat format = FormatOf(spec, profile.Type().unit);
  Rect rest = area;
  DrawHead(frame, CutTop(rest, kHeadHeight), spec);
  if (spec.rows.empty()) {
    frame.pen.TextFit(CutTop(rest, kColumnHead).Inset(kPad, 0), kSmall, frame.theme.text3,
                      spec.none);
    return;
  }
  DrawColumnHead(frame, CutTop(rest, kColumnHead), format.unit());
  DrawRows(frame, rest, spec, format);
}

void KinList::DrawRows(Frame& frame, const Rect& region, const KinSpec& spec,
                       const ColumnFormat& format) {
  if (region.h < 1) return;
  const OpenProfile& profile = *frame.session.active();
  Scroll(frame, spec.head, region, static_cast<float>(spec.rows.size()) * spec.row_height, scroll_);
  const Clip clip(frame, region);
  for (auto i = static_cast<std::size_t>(scroll_.offset / spec.row_height); i < spec.rows.size();
       ++i) {
    const PeekRow& kin = spec.rows[i];
    const float y = region.y + static_cast<float>(i) * spec.row_height - scroll_.offset;
    if (y >= region.bottom()) break;
    const Rect row{region.x, y, region.w, spec.row_height};
    const Press press = Pressable(frame, spec.head, i, {row.x, row.y, row.w - 10, row.h});
    if (press.hovered) {
      frame.pen.Fill(row, frame.theme.hover);
      frame.cursor = Cursor::kHand;
    }
    const Columns c = Place(row);
    const std::string share = PercentFigure(kin.cum, spec.of);
    frame.pen.Text(c.value, kTable, frame.theme.text, format.Text(kin.cum), Align::kRight);
    frame.pen.Text(c.share, kTable, frame.theme.text2, share, Align::kRight);
    DrawShare(frame, c.bar, kin.cum, spec.of);
    DrawSwatch(frame, c.name, profile.names, kin.name);
    const Rect name{c.name.x + 10, c.name.y, std::max(0.0f, c.name.w - 10), c.name.h};
    DrawName(frame, name, kBoxLabel, profile.names, kin.name, frame.theme.text, frame.theme.text3);
    frame.snapshot.Add(Role::kRow, profile.names.Full(kin.name),
                       ValueText(kin.cum, profile.Type().unit) + " " + share + " %", row,
                       press.hovered ? kHovered : 0);
    if (press.clicked) frame.Do({.verb = Verb::kPivotOn, .number = kin.name});
  }
}

}  // namespace burnglass::ui
