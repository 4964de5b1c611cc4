#include "ui/goroutine_groups.h"

#include <algorithm>

#include "session/numbers.h"
#include "ui/goroutine_words.h"
#include "ui/name_text.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 26, kPad = 12, kGoneHead = 34;
constexpr float kSameFrom = 640, kCreatorFrom = 700, kBeforeFrom = 460, kStateFrom = 340;

bool AnyWaits(const GoroutineTable& table) { return table.facts().longest_wait() > 0; }

// How many of the rows that are seen are no gone ones.
std::size_t HereOf(const GoroutineTable& table, const std::vector<std::uint32_t>& seen) {
  const auto from = static_cast<std::uint32_t>(table.gone_from());
  return static_cast<std::size_t>(
      std::count_if(seen.begin(), seen.end(), [&](std::uint32_t i) { return i < from; }));
}

void DrawGroupHead(Frame& frame, const Rect& cell, std::string_view word, GoroutineSort sort,
                   Align align) {
  const GoroutineFilter& filter = frame.session.active()->goroutines.filter;
  DrawColumnHead(frame, cell,
                 {.word = word,
                  .align = align,
                  .sorted = filter.sort == sort,
                  .ascending = filter.ascending,
                  .verb = Verb::kGoroutineSort,
                  .number = static_cast<std::uint32_t>(sort)});
}

std::string_view TitleWord(std::uint32_t by) {
  constexpr std::string_view kWords[] = {"stuck in", "state", "created by", "wait"};
  return kWords[std::min(by, 3u)];
}

GoroutineSort TitleSort(std::uint32_t by) {
  if (by == 0) return GoroutineSort::kFunction;
  return by == 2 ? GoroutineSort::kCreator : GoroutineSort::kState;
}

}  // namespace

GoroutineGroups::Columns GoroutineGroups::Place(const Rect& row,
                                                const GoroutineTable& table) const {
  const bool joined = table.facts().joined(), by_stack = table.asked().by == 0;
  Columns c;
  Rect rest = row;
  CutLeft(rest, kPad);
  CutRight(rest, 12);
  if (joined && row.w >= kBeforeFrom) c.before = CutLeft(rest, 50);
  c.count = CutLeft(rest, 58);
  if (joined && table.facts().dump() && row.w >= kSameFrom) c.same = CutLeft(rest, 86);
  if (joined) c.change = CutLeft(rest, 58);
  if (AnyWaits(table)) c.wait = CutLeft(rest, joined ? 104 : 70);
  CutLeft(rest, 14);
  if (by_stack && row.w >= kStateFrom) {
    c.state = CutLeft(rest, row.w >= kSameFrom ? 132 : 96);
    CutLeft(rest, 8);
  }
  if (by_stack && row.w >= kCreatorFrom) c.creator = CutRight(rest, rest.w * 0.38f);
  CutRight(rest, 10);
  c.title = rest;
  return c;
}

void GoroutineGroups::Draw(Frame& frame, const Rect& area, float row_height,
                           const GoroutineTable& table) {
  const OpenProfile& profile = *frame.session.active();
  std::string made_for = std::to_string(profile.id) + ' ' + std::to_string(table.asked().by);
  for (const std::uint32_t other : table.asked().others) made_for += ' ' + std::to_string(other);
  if (made_for != made_for_) scroll_.offset = 0;
  made_for_ = made_for;
  Rect rest = area;
  DrawHead(frame, CutTop(rest, kHeadHeight), table);
  const std::vector<std::uint32_t>& seen = table.Seen(profile.goroutines.filter);
  const std::size_t here = HereOf(table, seen);
  const bool any_gone = here < seen.size();
  const float content =
      static_cast<float>(seen.size()) * row_height + (any_gone ? kGoneHead : 0) + 8;
  KeepInSight(profile, table, rest, row_height);
  Scroll(frame, "goroutines", rest, content, scroll_);
  const Clip clip(frame, rest);
  if (seen.empty()) {
    constexpr std::string_view kNone = "No goroutine is left by the search and the filters.";
    frame.pen.Text({rest.x + kPad, rest.y + 8, rest.w, 24}, kBody, frame.theme.text2, kNone);
    frame.snapshot.Add(Role::kLabel, "no goroutines", kNone, rest);
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const float y =
        rest.y + static_cast<float>(i) * row_height + (i < here ? 0 : kGoneHead) - scroll_.offset;
    if (i == here && y - kGoneHead < rest.bottom()) {
      const Rect head{rest.x + kPad, y - kGoneHead + 10, rest.w - 2 * kPad, kGoneHead - 10};
      frame.pen.Text(head, kSmall, frame.theme.text2, "Gone since A");
      frame.snapshot.Add(Role::kLabel, "gone", "Gone since A", head);
    }
    if (y + row_height < rest.y) continue;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, row_height}, table, table[seen[i]]);
  }
}

void GoroutineGroups::KeepInSight(const OpenProfile& profile, const GoroutineTable& table,
                                  const Rect& region, float row_height) {
  const GoroutinesState& state = profile.goroutines;
  if (revealed_ == state.reveal) return;
  revealed_ = state.reveal;
  const std::vector<std::uint32_t>& seen = table.Seen(state.filter);
  const std::size_t here = HereOf(table, seen);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (state.row != table[seen[i]].number) continue;
    const float top = static_cast<float>(i) * row_height + (i < here ? 0 : kGoneHead);
    ScrollTo(scroll_, region, top, row_height);
  }
}

void GoroutineGroups::DrawHead(Frame& frame, const Rect& head, const GoroutineTable& table) const {
  const Columns c = Place(head, table);
  const std::uint32_t by = table.asked().by;
  const bool joined = table.facts().joined();
  DrawGroupHead(frame, c.before, "A", GoroutineSort::kBefore, Align::kRight);
  DrawGroupHead(frame, c.count, joined ? "B" : "count", GoroutineSort::kCount, Align::kRight);
  DrawGroupHead(frame, c.same, "same place", GoroutineSort::kSame, Align::kRight);
  DrawGroupHead(frame, c.change, "new", GoroutineSort::kNew, Align::kRight);
  DrawGroupHead(frame, c.wait, "longest wait", GoroutineSort::kWait, Align::kRight);
  DrawGroupHead(frame, c.state, "state", GoroutineSort::kState, Align::kLeft);
  DrawGroupHead(frame, c.title, TitleWord(by), TitleSort(by), Align::kLeft);
  DrawGroupHead(frame, c.creator, "created by", GoroutineSort::kCreator, Align::kLeft);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

void GoroutineGroups::DrawNumbers(Frame& frame, const Columns& c, const GoroutineTable& table,
                                  const GoroutineRow& values, bool gone) const {
  const Theme& t = frame.theme;
  const auto number = [&](const Rect& cell, std::int64_t value, const TextStyle& style, Rgba ink) {
    if (cell.w > 0) frame.pen.Text(cell, style, ink, CountText(value), Align::kRight);
  };
  number(c.before, values.before, kTable, t.text2);
  number(c.count, values.count, gone ? kTable : kSmallStrong, gone ? t.text3 : t.text);
  if (values.same > 0) number(c.same, values.same, kTable, t.text2);
  if (c.change.w > 0 && values.change != 0) {
    const std::string text = (values.change > 0 ? "+" : "") + CountText(values.change);
    const bool grows = values.change > 0 && values.stuck != kNoNumber && table.asked().by == 0;
    frame.pen.Text(c.change, kTable,
                   grows  ? t.link
                   : gone ? t.text3
                          : t.text2,
                   text, Align::kRight);
  }
  if (c.wait.w > 0) {
    frame.pen.Text(c.wait, kTable, gone ? t.text3 : t.text2, WaitText(values), Align::kRight);
  }
}

void GoroutineGroups::DrawRow(Frame& frame, const Rect& row, const GoroutineTable& table,
                              const GoroutineRow& values) {
  const Theme& t = frame.theme;
  const OpenProfile& profile = *frame.session.active();
  const Columns c = Place(row, table);
  const bool gone = values.count == 0, chosen = profile.goroutines.row == values.number;
  const Press press = Pressable(frame, "goroutine row", values.number, row);
  if (chosen) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  DrawNumbers(frame, c, table, values, gone);
  if (c.state.w > 0) frame.pen.TextFit(c.state, kTable, gone ? t.text3 : t.text2, values.state);
  const std::string_view title = RowTitle(table, values);
  if (table.asked().by == 0 && values.name != kNoNumber) {
    DrawMarkedName(frame, c.title, kBoxLabel, profile.names, values.name, gone ? t.text2 : t.text,
                   t.text3);
  } else {
    const bool code = table.asked().by == 0 || table.asked().by == 2;
    frame.pen.TextFit(c.title, code ? kBoxLabel : kTable, gone ? t.text2 : t.text, title);
  }
  const std::string_view creator = values.creator.empty() ? "–" : PathEnd(values.creator);
  if (c.creator.w > 0) frame.pen.TextFit(c.creator, kBoxLabel, t.text3, creator);
  frame.snapshot.Add(
      Role::kRow, title, RowWords(table, values), row,
      static_cast<std::uint8_t>((chosen ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do({.verb = Verb::kGoroutineRow, .number = values.number});
}

}  // namespace burnglass::ui
