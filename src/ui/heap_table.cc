#include "ui/heap_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/difference.h"
#include "ui/name_text.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24, kRoomyFrom = 860, kMiddleFrom = 600;

struct Head {
  std::string_view word;
  HeapSort sort;
  Align align = Align::kRight;
};

void DrawHeapHead(Frame& frame, const Rect& cell, const Head& head, const std::string& unit) {
  const HeapOrder& order = frame.session.active()->heap.order;
  DrawColumnHead(frame, cell,
                 {.word = head.word,
                  .unit = unit,
                  .align = head.align,
                  .sorted = order.sort == head.sort,
                  .ascending = order.ascending,
                  .verb = Verb::kHeapSort,
                  .number = static_cast<std::uint32_t>(head.sort)});
}

// How much of a cell is kept, from its left.
void DrawKept(Frame& frame, const Rect& cell, const HeapValues& values) {
  const auto kept = values.kept();
  if (!kept || cell.w <= 0) return;
  const Rect line{cell.x, cell.bottom() - 4, cell.w, 2};
  frame.pen.Fill(line, frame.theme.line2);
  frame.pen.Fill({line.x, line.y, line.w * static_cast<float>(*kept), line.h}, frame.theme.text3);
}

std::string RowWords(const HeapTable& table, const HeapRow& row) {
  const HeapValues& v = row.values;
  std::string text = ValueText(v.inuse, "bytes") + " in use of " + ValueText(v.alloc, "bytes") +
                     " allocated, kept " + KeptText(v);
  if (v.object_size() > 0) text += ", " + ValueText(v.object_size(), "bytes") + " each";
  if (const auto rate = table.Rate(v, row.before))
    text += ", " + ValueText(*rate, "bytes") + " per second";
  if (!table.facts().earlier().empty())
    text += ", gained " + SignedText(v.inuse - row.before.inuse, "bytes");
  const std::string_view fate = HeapFateWord(table.FateOf(row));
  return fate.empty() ? text : text + ": " + std::string(fate);
}

}  // namespace

std::string KeptText(const HeapValues& values) {
  const auto kept = values.kept();
  if (!kept) return "–";
  const double percent = 100 * *kept;
  if (percent > 0 && percent < 1) return "<1 %";
  return std::to_string(std::lround(percent)) + " %";
}

HeapRows::Columns HeapRows::Place(const Rect& row, const HeapTable& table) {
  Columns c;
  Rect rest = row;
  CutLeft(rest, 8);
  CutRight(rest, 12);
  const bool roomy = row.w >= kRoomyFrom, middle = row.w >= kMiddleFrom;
  c.inuse = CutLeft(rest, 76);
  CutLeft(rest, 10);
  if (roomy) c.bar = CutLeft(rest, std::min(110.0f, rest.w * 0.12f));
  c.kept = CutLeft(rest, 56);
  CutLeft(rest, 6);
  c.alloc = CutLeft(rest, middle ? 92 : 76);
  if (middle) c.size = CutLeft(rest, 76);
  if (middle && table.facts().seconds() > 0) c.rate = CutLeft(rest, 84);
  if (middle && !table.facts().earlier().empty()) c.gained = CutLeft(rest, 92);
  CutLeft(rest, 14);
  if (roomy) c.fate = CutLeft(rest, 84);
  c.name = rest;
  return c;
}

void HeapRows::ChooseFormats(const OpenProfile& profile, const HeapTable& table) {
  const HeapState& heap = profile.heap;
  const std::string key = std::to_string(profile.id) + ' ' + table.facts().query() + ' ' +
                          std::to_string(heap.order.cum) + std::to_string(table.facts().lines()) +
                          std::to_string(static_cast<int>(heap.order.sort)) +
                          std::to_string(heap.order.ascending) + table.facts().earlier();
  if (key == formats_for_) return;
  formats_for_ = key;
  scroll_.offset = 0;
  std::vector<std::int64_t> inuse, alloc, rate, gained;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const HeapRow row = table.row(i, heap.order.cum);
    inuse.push_back(row.values.inuse), alloc.push_back(row.values.alloc);
    rate.push_back(table.Rate(row.values, row.before).value_or(0));
    gained.push_back(row.values.inuse - row.before.inuse);
  }
  inuse_ = ColumnFormat(inuse, "bytes"), alloc_ = ColumnFormat(alloc, "bytes");
  rate_ = ColumnFormat(rate, "bytes"), gained_ = ColumnFormat(gained, "bytes");
  most_ = LargestOf(inuse);
}

void HeapRows::DrawHead(Frame& frame, const Rect& head, const HeapTable& table) const {
  const Columns c = Place(head, table);
  DrawHeapHead(frame, c.inuse, {"in use", HeapSort::kInuse}, inuse_.unit());
  DrawHeapHead(frame, c.kept, {"kept", HeapSort::kKept}, "");
  DrawHeapHead(frame, c.alloc, {"allocated", HeapSort::kAlloc}, alloc_.unit());
  DrawHeapHead(frame, c.size, {"object", HeapSort::kSize}, "");
  DrawHeapHead(frame, c.rate, {"rate", HeapSort::kRate}, rate_.unit() + "/s");
  DrawHeapHead(frame, c.gained, {"gained", HeapSort::kGained}, gained_.unit());
  if (c.fate.w > 0) frame.pen.Text(c.fate, kTiny, frame.theme.text3, "verdict");
  DrawHeapHead(frame, c.name,
               {table.facts().lines() ? "line" : "function", HeapSort::kName, Align::kLeft}, "");
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

void HeapRows::Draw(Frame& frame, const Rect& area, float row_height, const HeapTable& table) {
  const OpenProfile& profile = *frame.session.active();
  ChooseFormats(profile, table);
  Rect rest = area;
  DrawHead(frame, CutTop(rest, kHeadHeight), table);
  const std::vector<std::uint32_t>& seen = table.Seen(profile.heap.order);
  if (seen.empty()) {
    frame.pen.Text({rest.x + 12, rest.y + 8, rest.w, 24}, kBody, frame.theme.text2,
                   "Nothing was allocated that was sampled.");
    return;
  }
  if (profile.heap.row && revealed_ != profile.heap.reveal) {
    const auto at = std::find(seen.begin(), seen.end(), *profile.heap.row) - seen.begin();
    ScrollTo(scroll_, rest, static_cast<float>(at) * row_height, row_height);
  }
  revealed_ = profile.heap.reveal;
  Scroll(frame, "heap rows", rest, static_cast<float>(seen.size()) * row_height, scroll_);
  const Clip clip(frame, rest);
  for (auto i = static_cast<std::size_t>(scroll_.offset / row_height); i < seen.size(); ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - scroll_.offset;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, row_height}, seen[i], table);
  }
}

void HeapRows::DrawRow(Frame& frame, const Rect& row, std::uint32_t number,
                       const HeapTable& table) {
  const Theme& t = frame.theme;
  const OpenProfile& profile = *frame.session.active();
  const HeapRow one = table.row(number, profile.heap.order.cum);
  const HeapFate fate = table.FateOf(one);
  const Columns c = Place(row, table);
  const bool chosen = profile.heap.row == number;
  const Press press = Pressable(frame, "heap row", number, {row.x, row.y, row.w - 10, row.h});
  if (chosen) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  const auto figure = [&](const Rect& cell, Rgba ink, const std::string& text) {
    if (cell.w > 0) frame.pen.Text(cell, kTable, ink, text, Align::kRight);
  };
  figure(c.inuse, t.text, inuse_.Text(one.values.inuse));
  DrawCostBar(frame, c.bar, one.values.inuse, most_, chosen ? t.accent : t.bar);
  figure(c.kept, t.text2, KeptText(one.values));
  DrawKept(frame, {c.kept.x + 10, c.kept.y, c.kept.w - 10, c.kept.h}, one.values);
  figure(c.alloc, t.text2, alloc_.Text(one.values.alloc));
  if (one.values.object_size() > 0)
    figure(c.size, t.text2, ValueText(one.values.object_size(), "bytes"));
  if (const auto rate = table.Rate(one.values, one.before))
    figure(c.rate, t.text2, rate_.Text(*rate));
  const std::int64_t gained = one.values.inuse - one.before.inuse;
  figure(c.gained, DiffText(t, gained, true), (gained > 0 ? "+" : "") + gained_.Text(gained));
  const bool marked = fate == HeapFate::kGrows || fate == HeapFate::kRetained;
  if (c.fate.w > 0)
    frame.pen.TextFit(c.fate, kTable, marked ? t.link : t.text2, HeapFateWord(fate));
  if (one.name != kNoNumber && !table.facts().lines()) {
    DrawMarkedName(frame, c.name, kBoxLabel, profile.names, one.name, t.text, t.text3);
  } else {
    frame.pen.TextFit(BesideMark(c.name), kBoxLabel, t.text, PathEnd(one.text));
  }
  frame.snapshot.Add(
      Role::kRow, one.text, RowWords(table, one), row,
      static_cast<std::uint8_t>((chosen ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do({.verb = Verb::kHeapRow, .number = number});
  if (press.double_clicked) frame.Do(Verb::kViewFlame);
  if (press.menu && one.name != kNoNumber) AskMenu(frame, one.name);
}

}  // namespace burnglass::ui
