#include "ui/top_table.h"

#include <algorithm>

#include "ui/flame_labels.h"
#include "ui/marked_bar.h"
#include "ui/name_text.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24, kPad = 12;

std::string RowValue(const TopRow& row, std::int64_t total, const std::string& unit) {
  return "flat " + ValueText(row.flat, unit) + " " + PercentText(row.flat, total) + " sum " +
         PercentText(row.sum, total) + " cum " + ValueText(row.cum, unit) + " " +
         PercentText(row.cum, total);
}

}  // namespace

TopTable::Columns TopTable::Place(const Rect& row, bool compact) {
  Columns c;
  Rect rest = row;
  CutRight(rest, 10);  // the scroll bar's
  if (compact) {
    CutLeft(rest, 4);
    c.flat = CutLeft(rest, 64);
    c.flat_share = CutLeft(rest, 42);
    c.sum = CutLeft(rest, 46);
    c.cum = CutLeft(rest, 66);
    c.cum_share = CutLeft(rest, 42);
    CutLeft(rest, 14);
    c.name = rest;
    return c;
  }
  const bool roomy = row.w >= 900;
  CutLeft(rest, 4);
  if (roomy) c.rank = CutLeft(rest, 36);
  c.flat = CutLeft(rest, 76);
  CutLeft(rest, 12);
  if (roomy) c.flat_bar = CutLeft(rest, 112);
  c.flat_share = CutLeft(rest, 62);
  c.sum = CutLeft(rest, 62);
  c.cum = CutLeft(rest, 84);
  CutLeft(rest, 12);
  if (roomy) c.cum_bar = CutLeft(rest, 112);
  c.cum_share = CutLeft(rest, 62);
  CutLeft(rest, 12);
  c.name = roomy ? CutLeft(rest, std::max(390.0f, rest.w * 0.55f)) : rest;
  if (roomy) c.package = rest;
  return c;
}

// Of all functions, not only of the ones found: a search shall not change units.
void TopTable::ChooseFormats(const OpenProfile& profile) {
  const Top* totals = profile.shown->totals.get();
  const std::string key = std::to_string(profile.id) + ' ' + profile.shown->query;
  if (!totals || key == formats_for_) return;
  formats_for_ = key;
  flat_ = ColumnFormat(totals->flat(), profile.Type().unit, totals->cum());
  cum_ = ColumnFormat(totals->cum(), profile.Type().unit);
  most_flat_ = LargestOf(totals->flat());
  most_cum_ = LargestOf(totals->cum());
}

void TopTable::Draw(Frame& frame, const Rect& area, float row_height, bool compact) {
  const OpenProfile& profile = *frame.session.active();
  const Top* top = frame.session.ShownTop();
  if (!top) return;
  ChooseFormats(profile);
  Rect rest = area;
  DrawMarkedBar(frame, rest);
  const Rect head = CutTop(rest, kHeadHeight);
  DrawHead(frame, Place(head, compact), head, compact);
  if (top->size() == 0) {
    frame.pen.Text({rest.x + kPad, rest.y + 8, rest.w - 2 * kPad, 22}, kBody, frame.theme.text3,
                   "No function matches the search.");
    return;
  }
  const Look& look = frame.session.look();
  const std::string rows_for = std::to_string(profile.id) + ' ' + profile.shown->query + ' ' +
                               std::to_string(static_cast<int>(look.sort)) +
                               (look.ascending ? " up " : " down ") + top->asked().pattern;
  if (rows_for != rows_for_) {
    rows_for_ = rows_for;
    scroll_.offset = 0;
    revealed_of_ = 0;  // and the selected row is looked for again
  }
  Reveal(profile, *top, rest, row_height);
  DrawRows(frame, rest, row_height, compact);
}

void TopTable::DrawHead(Frame& frame, const Columns& c, const Rect& head, bool compact) {
  DrawSortHead(frame, c.flat, "flat", flat_.unit(), SortBy::kFlat, Align::kRight);
  DrawSortHead(frame, c.cum, "cum", cum_.unit(), SortBy::kCum, Align::kRight);
  DrawSortHead(frame, c.name, "function", "", SortBy::kName, Align::kLeft);
  const Rgba quiet = frame.theme.text3;
  frame.pen.Text(c.flat_share, kTiny, quiet, compact ? "%" : "flat %", Align::kRight);
  frame.pen.Text(c.sum, kTiny, quiet, "sum %", Align::kRight);
  frame.pen.Text(c.cum_share, kTiny, quiet, compact ? "%" : "cum %", Align::kRight);
  if (c.package.w > 0) frame.pen.Text(c.package, kTiny, quiet, "package");
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

// When the selection was made elsewhere, its row is brought into sight once.
void TopTable::Reveal(const OpenProfile& profile, const Top& top, const Rect& region,
                      float row_height) {
  if (revealed_of_ == profile.id && revealed_ == profile.view.reveal) return;
  revealed_of_ = profile.id;
  revealed_ = profile.view.reveal;
  if (!profile.view.selected_name) return;
  if (const auto row = top.RowOf(*profile.view.selected_name)) {
    ScrollTo(scroll_, region, static_cast<float>(*row) * row_height, row_height);
  }
}

void TopTable::DrawRows(Frame& frame, const Rect& region, float row_height, bool compact) {
  const Top& top = *frame.session.ShownTop();
  Scroll(frame, compact ? "top rows" : "all rows", region,
         static_cast<float>(top.size()) * row_height, scroll_);
  const Clip clip(frame, region);
  const auto first = static_cast<std::size_t>(scroll_.offset / row_height);
  for (std::size_t i = first; i < top.size(); ++i) {
    const float y = region.y + static_cast<float>(i) * row_height - scroll_.offset;
    if (y >= region.bottom()) break;
    const Rect row{region.x, y, region.w, row_height};
    DrawRow(frame, Place(row, compact), row, i, top[i]);
  }
}

void TopTable::DrawRow(Frame& frame, const Columns& c, const Rect& row, std::size_t index,
                       const TopRow& values) {
  const OpenProfile& profile = *frame.session.active();
  const Theme& t = frame.theme;
  const std::int64_t total = frame.session.ShownTop()->total();
  const Press press = Pressable(frame, "row", index, {row.x, row.y, row.w - 10, row.h});
  const std::vector<NameId>& marked = profile.view.marked;
  const bool selected = marked.empty()
                            ? profile.view.selected_name == values.name
                            : std::find(marked.begin(), marked.end(), values.name) != marked.end();
  if (selected) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  const auto figure = [&](const Rect& cell, Rgba colour, const std::string& text) {
    if (cell.w > 0) frame.pen.Text(cell, kTable, colour, text, Align::kRight);
  };
  figure(c.rank, t.text3, CountText(static_cast<std::int64_t>(index) + 1));
  figure(c.flat, t.text, flat_.Text(values.flat));
  figure(c.flat_share, t.text2, PercentFigure(values.flat, total));
  figure(c.sum, t.text2, PercentFigure(values.sum, total));
  figure(c.cum, t.text, cum_.Text(values.cum));
  figure(c.cum_share, t.text2, PercentFigure(values.cum, total));
  DrawCostBar(frame, c.flat_bar, values.flat, most_flat_, selected ? t.accent : t.bar);
  DrawCostBar(frame, c.cum_bar, values.cum, most_cum_, t.bar2);

  const Search* search = frame.session.ShownSearch();
  const bool match = search && search->Matches(values.name);
  // Where only matches are left there is nothing to mark.
  const bool mark = match && !frame.session.look().matches_only;
  DrawSwatch(frame, c.name, profile.names, values.name);
  const Rect name{c.name.x + 10, c.name.y, c.name.w - 12, c.name.h};
  const TextStyle style = c.package.w > 0 ? kCode : kBoxLabel;
  if (mark) {
    const float advance = frame.pen.Width(style, "0");
    const std::string label =
        ChooseLabel(profile.names, values.name, static_cast<std::size_t>(name.w / advance));
    frame.pen.Fill({name.x - 1, name.y + 3, frame.pen.Width(style, label) + 2, name.h - 6},
                   t.accent);
  }
  DrawName(frame, name, style, profile.names, values.name, mark ? t.on_accent : t.text,
           mark ? t.on_accent : t.text3);
  if (c.package.w > 0) {
    frame.pen.TextFit(c.package, kBoxLabel, t.text3, profile.names.Package(values.name));
  }
  frame.snapshot.Add(
      Role::kRow, profile.names.Full(values.name), RowValue(values, total, profile.Type().unit),
      row,
      static_cast<std::uint8_t>((selected ? kSelected : 0) | (press.hovered ? kHovered : 0) |
                                (match ? kMatch : 0)));
  if (press.clicked) {
    const Verb verb = press.add ? Verb::kMark : press.extend ? Verb::kMarkTo : Verb::kSelectName;
    frame.Do({.verb = verb, .number = values.name});
  }
  if (press.menu) AskMenu(frame, values.name);
}

}  // namespace burnglass::ui
