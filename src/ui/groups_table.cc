#include "ui/groups_table.h"

#include <algorithm>
#include <vector>

#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24;

struct Columns {
  Rect flat, flat_bar, flat_share, cum, cum_bar, cum_share, name, functions;
};

Columns Place(const Rect& row) {
  Columns c;
  Rect rest = row;
  CutRight(rest, 10);  // the scroll bar's
  CutLeft(rest, 4);
  const bool roomy = row.w >= 900;
  c.flat = CutLeft(rest, 76);
  CutLeft(rest, 12);
  if (roomy) c.flat_bar = CutLeft(rest, 112);
  c.flat_share = CutLeft(rest, roomy ? 62 : 46);
  c.cum = CutLeft(rest, 76);
  CutLeft(rest, 12);
  if (roomy) c.cum_bar = CutLeft(rest, 112);
  c.cum_share = CutLeft(rest, roomy ? 62 : 46);
  CutLeft(rest, 12);
  c.functions = roomy ? CutRight(rest, 80) : Rect{};
  c.name = rest;
  return c;
}

// Units and the longest bars, of all rows.
struct Scale {
  ColumnFormat flat, cum;
  std::int64_t most_flat = 0, most_cum = 0;
};

Scale ScaleOf(const Groups& groups, const std::string& unit) {
  std::vector<std::int64_t> flat, cum;
  for (const Group& group : groups.rows) {
    flat.push_back(group.flat);
    cum.push_back(group.cum);
  }
  return {ColumnFormat(flat, unit), ColumnFormat(cum, unit), LargestOf(flat), LargestOf(cum)};
}

std::string NameOf(const Groups& groups, const Group& group) {
  if (group.absent) return "(without " + groups.asked.key + ")";
  if (!groups.asked.key.empty() && group.text.empty()) return "\"\"";
  return group.text.empty() ? "(without a name)" : group.text;
}

void DrawRow(Frame& frame, const Rect& row, std::size_t number, const Groups& groups,
             const Scale& scale) {
  const Theme& t = frame.theme;
  const Group& group = groups.rows[number];
  const Press press = Pressable(frame, "group", number, {row.x, row.y, row.w - 10, row.h});
  if (press.hovered) {
    frame.pen.Fill(row, t.hover);
    frame.cursor = Cursor::kHand;
  }
  const Columns c = Place(row);
  const auto figure = [&](const Rect& cell, Rgba colour, const std::string& text) {
    if (cell.w > 0) frame.pen.Text(cell, kTable, colour, text, Align::kRight);
  };
  figure(c.flat, t.text, scale.flat.Text(group.flat));
  figure(c.flat_share, t.text2, PercentFigure(group.flat, groups.total));
  figure(c.cum, t.text, scale.cum.Text(group.cum));
  figure(c.cum_share, t.text2, PercentFigure(group.cum, groups.total));
  figure(c.functions, t.text2, CountText(group.functions));
  DrawCostBar(frame, c.flat_bar, group.flat, scale.most_flat, t.bar);
  DrawCostBar(frame, c.cum_bar, group.cum, scale.most_cum, t.bar2);
  const std::string name = NameOf(groups, group);
  frame.pen.TextFit(c.name, kCode, group.text.empty() ? t.text3 : t.text, name);
  const std::string& unit = frame.session.active()->Type().unit;
  frame.snapshot.Add(Role::kRow, name,
                     "flat " + ValueText(group.flat, unit) + " " +
                         PercentText(group.flat, groups.total) + " cum " +
                         ValueText(group.cum, unit) + " " + PercentText(group.cum, groups.total),
                     row, press.hovered ? kHovered : 0);
  if (press.clicked)
    frame.Do(
        {.verb = Verb::kGroup, .number = static_cast<std::uint32_t>(number), .text = group.text});
}

// Rows of labels add up to more than there is where samples have several values.
void DrawSeveral(Frame& frame, Rect& rest, const Groups& groups) {
  if (groups.two_values == 0) return;
  const std::string said = ValueText(groups.two_values, frame.session.active()->Type().unit) +
                           " is of samples with several values, which count in the row of each";
  const Rect line = CutTop(rest, 22);
  frame.pen.TextFit(line.Inset(12, 0), kSmall, frame.theme.text2, said);
  frame.snapshot.Add(Role::kLabel, "several values", said, line);
}

}  // namespace

std::string_view RowsWord(RowsOf rows_of) {
  switch (rows_of) {
    case RowsOf::kFunctions:
      return "Functions";
    case RowsOf::kPackages:
      return "Packages";
    case RowsOf::kFiles:
      return "Files";
    case RowsOf::kModules:
      return "Modules";
    case RowsOf::kKinds:
      return "Kinds of code";
    case RowsOf::kMappings:
      return "Binaries";
    case RowsOf::kLabels:
      return "Label";
  }
  return {};
}

std::string RowsTitle(const Frame& frame) {
  const RowsOf rows_of = frame.session.ShownRowsOf();
  std::string title(RowsWord(rows_of));
  if (rows_of == RowsOf::kLabels) title += ": " + frame.session.look().rows_label;
  return title;
}

void DrawGroupsTable(Frame& frame, const Rect& area, float row_height, ScrollState& scroll) {
  const Groups* groups = frame.session.ShownGroups();
  if (!groups) return;
  const Scale scale = ScaleOf(*groups, frame.session.active()->Type().unit);
  Rect rest = area;
  const Rect head = CutTop(rest, kHeadHeight);
  const Columns c = Place(head);
  DrawSortHead(frame, c.flat, "flat", scale.flat.unit(), SortBy::kFlat, Align::kRight);
  DrawSortHead(frame, c.cum, "cum", scale.cum.unit(), SortBy::kCum, Align::kRight);
  const std::string& key = groups->asked.key;
  DrawSortHead(frame, c.name, key.empty() ? "name" : key, "", SortBy::kName, Align::kLeft);
  frame.pen.Text(c.flat_share, kTiny, frame.theme.text3, "flat %", Align::kRight);
  frame.pen.Text(c.cum_share, kTiny, frame.theme.text3, "cum %", Align::kRight);
  if (c.functions.w > 0) {
    frame.pen.Text(c.functions, kTiny, frame.theme.text3, "functions", Align::kRight);
  }
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
  DrawSeveral(frame, rest, *groups);
  Scroll(frame, "groups", rest, static_cast<float>(groups->rows.size()) * row_height, scroll);
  const Clip clip(frame, rest);
  for (auto i = static_cast<std::size_t>(scroll.offset / row_height); i < groups->rows.size();
       ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - scroll.offset;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, row_height}, i, *groups, scale);
  }
}

}  // namespace burnglass::ui
