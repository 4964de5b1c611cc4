#include "ui/line_rows.h"

#include <array>
#include <cinttypes>
#include <cstdio>

#include "session/source_link.h"
#include "ui/button.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24, kRoomyFrom = 760;
constexpr std::uint32_t kAround = 5;  // lines without cost above the first and below the last

struct Columns {
  Rect line, flat, flat_bar, cum, cum_bar, share, text, link;
};

Columns Place(const Rect& row, bool addresses) {
  Columns c;
  Rect rest = row;
  CutRight(rest, 10);
  c.link = CutRight(rest, 24);
  const bool roomy = row.w >= kRoomyFrom;
  c.line = CutLeft(rest, addresses ? 150 : roomy ? 64 : 52);
  c.flat = CutLeft(rest, roomy ? 70 : 58);
  CutLeft(rest, 10);
  if (roomy) c.flat_bar = CutLeft(rest, 72);
  c.cum = CutLeft(rest, roomy ? 66 : 56);
  CutLeft(rest, 10);
  if (roomy) c.cum_bar = CutLeft(rest, 72);
  c.share = CutLeft(rest, 44);
  CutLeft(rest, 12);
  c.text = rest;
  return c;
}

std::string AddressText(std::uint64_t address) {
  std::array<char, 24> text;
  std::snprintf(text.data(), text.size(), "0x%" PRIx64, address);
  return text.data();
}

// Tabs as four columns: a table has no room for eight.
std::string Spaced(std::string_view text) {
  std::string spaced;
  for (const char c : text) {
    if (c == '\t') {
      spaced.append(4 - CountCharacters(spaced) % 4, ' ');
    } else {
      spaced += c;
    }
  }
  return spaced;
}

std::string CallsText(const OpenProfile& profile, const Lines& lines, const LineRow& line) {
  constexpr std::uint32_t kMost = 3;
  std::string text;
  for (std::uint32_t i = line.call_begin; i < line.call_end && i < line.call_begin + kMost; ++i) {
    const LineCallRow call = lines.call(i);
    if (!text.empty()) text += ", ";
    text.append(profile.names.Short(call.name)).append(" ");
    text += ValueText(call.cum, profile.Type().unit);
  }
  if (line.call_end > line.call_begin + kMost) text += ", …";
  return text;
}

bool HasAddresses(const Lines& lines) { return lines.size() > 0 && lines[0].line == 0; }

}  // namespace

void LineRows::Arrange(const Frame& frame, const Lines& lines) {
  const OpenProfile& profile = *frame.session.active();
  const std::string made_for = std::to_string(profile.id) + ' ' + profile.shown->query + ' ' +
                               std::to_string(lines.name()) + ' ' +
                               std::to_string(frame.session.sources().size());
  if (made_for == made_for_) return;
  made_for_ = made_for;
  rows_.clear();
  scroll_.offset = 0;
  flat_ = ColumnFormat(lines.flats(), profile.Type().unit, lines.cums());
  cum_ = ColumnFormat(lines.cums(), profile.Type().unit);
  most_flat_ = LargestOf(lines.flats());
  most_cum_ = LargestOf(lines.cums());
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].file == lines[begin].file) ++end;
    const bool several = begin > 0 || end < lines.size();
    if (several) rows_.push_back({static_cast<std::uint32_t>(begin), 0, kNoCost});
    ArrangeFile(lines, begin, end, frame.session.sources().Find(lines[begin].file));
    begin = end;
  }
}

void LineRows::ArrangeFile(const Lines& lines, std::size_t begin, std::size_t end,
                           const Source* source) {
  const auto file = static_cast<std::uint32_t>(begin);
  const std::uint32_t last = lines[end - 1].line;
  std::uint32_t next = lines[begin].line > kAround ? lines[begin].line - kAround : 1;
  const auto fill = [&](std::uint32_t to) {
    for (; source && next < to && next <= source->lines(); ++next) {
      rows_.push_back({file, next, kNoCost});
    }
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].line > 0) fill(lines[i].line);
    rows_.push_back({file, lines[i].line, static_cast<std::uint32_t>(i)});
    next = lines[i].line + 1;
  }
  if (last > 0) fill(last + kAround + 1);
}

void LineRows::Draw(Frame& frame, const Rect& area, float row_height, const Lines& lines) {
  Arrange(frame, lines);
  Rect rest = area;
  DrawHead(frame, CutTop(rest, kHeadHeight), lines);
  Scroll(frame, "lines", rest, static_cast<float>(rows_.size()) * row_height, scroll_);
  const Clip clip(frame, rest);
  for (auto i = static_cast<std::size_t>(scroll_.offset / row_height); i < rows_.size(); ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - scroll_.offset;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, row_height}, i, lines);
  }
}

void LineRows::DrawHead(Frame& frame, const Rect& head, const Lines& lines) const {
  const Theme& t = frame.theme;
  const bool addresses = HasAddresses(lines);
  const Columns c = Place(head, addresses);
  const auto with = [](std::string_view word, const std::string& unit) {
    return unit.empty() ? std::string(word) : std::string(word) + ", " + unit;
  };
  frame.pen.Text(c.line, kTiny, t.text3, addresses ? "address" : "line", Align::kRight);
  frame.pen.Text(c.flat, kTiny, t.text3, with("flat", flat_.unit()), Align::kRight);
  frame.pen.Text(c.cum, kTiny, t.text3, with("cum", cum_.unit()), Align::kRight);
  frame.pen.Text(c.share, kTiny, t.text3, "cum %", Align::kRight);
  const bool source = !addresses && lines.size() > 0 && frame.session.sources().Find(lines[0].file);
  frame.pen.Text(c.text, kTiny, t.text3, source ? "source" : "calls");
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, t.line);
}

void LineRows::DrawRow(Frame& frame, const Rect& row, std::size_t index, const Lines& lines) const {
  const Theme& t = frame.theme;
  const Row& at = rows_[index];
  const LineRow in_file = lines[at.file_of];
  const Columns c = Place(row, HasAddresses(lines));
  if (at.cost == kNoCost && at.line == 0) {
    const Rect name{row.x + 12, row.y, row.w - 24, row.h};
    frame.pen.TextFit(name, kSmallStrong, t.text2,
                      in_file.file.empty() ? "(no file)" : in_file.file);
    frame.pen.HLine(row.x, row.bottom() - 1, row.w, t.line);
    frame.snapshot.Add(Role::kLabel, "file", in_file.file, name);
    return;
  }
  if (row.Contains(frame.pointer) && frame.pointer_here) frame.pen.Fill(row, t.hover);
  const bool costs = at.cost != kNoCost;
  const std::string place = at.line > 0                       ? std::to_string(at.line)
                            : costs && lines[at.cost].address ? AddressText(lines[at.cost].address)
                                                              : "?";
  frame.pen.Text(c.line, kBoxLabel, costs ? t.text2 : t.text3, place, Align::kRight);
  if (costs) DrawCost(frame, row, lines[at.cost], lines);
  DrawText(frame, c.text, at, lines);
  if (at.line == 0) return;
  const OpenProfile& profile = *frame.session.active();
  const std::string link =
      FillTemplate(ChosenLink(frame.session.look()).text,
                   PlaceOfSource(in_file.file, profile.names.Package(lines.name())), at.line);
  if (link.empty()) return;
  const std::string id = "link " + std::to_string(index);
  const Rect square{c.link.x, c.link.middle_y() - 11, 22, 22};
  if (IconButton(frame, square, id, Icon::kLink,
                 "copy a link to line " + std::to_string(at.line))) {
    frame.Do({.verb = Verb::kCopy, .text = link});
  }
}

void LineRows::DrawCost(Frame& frame, const Rect& row, const LineRow& line,
                        const Lines& lines) const {
  const Theme& t = frame.theme;
  const Columns c = Place(row, HasAddresses(lines));
  const auto figure = [&](const Rect& cell, Rgba colour, const std::string& text) {
    frame.pen.Text(cell, kTable, colour, text, Align::kRight);
  };
  if (line.flat != 0) figure(c.flat, t.text, flat_.Text(line.flat));
  figure(c.cum, t.text, cum_.Text(line.cum));
  figure(c.share, t.text2, PercentFigure(line.cum, lines.total()));
  DrawCostBar(frame, c.flat_bar, line.flat, most_flat_, t.bar);
  DrawCostBar(frame, c.cum_bar, line.cum, most_cum_, t.bar2);
  const std::string& unit = frame.session.active()->Type().unit;
  const std::string name = line.line > 0
                               ? std::string(PathEnd(line.file)) + ":" + std::to_string(line.line)
                               : AddressText(line.address);
  frame.snapshot.Add(Role::kRow, name,
                     "cum " + ValueText(line.cum, unit) + " " +
                         PercentText(line.cum, lines.total()) + " flat " +
                         ValueText(line.flat, unit) + " " + PercentText(line.flat, lines.total()),
                     row);
}

void LineRows::DrawText(Frame& frame, const Rect& cell, const Row& row, const Lines& lines) const {
  const Theme& t = frame.theme;
  const OpenProfile& profile = *frame.session.active();
  const bool costs = row.cost != kNoCost;
  const Source* source =
      row.line > 0 ? frame.session.sources().Find(lines[row.file_of].file) : nullptr;
  if (source) {
    const std::string text = Spaced(source->Line(row.line));
    frame.pen.TextFit(cell, kBoxLabel, costs ? t.text : t.text3, text);
    frame.snapshot.Add(Role::kLabel, "source line " + std::to_string(row.line), text, cell);
  } else if (costs) {
    frame.pen.TextFit(cell, kBoxLabel, t.text3, CallsText(profile, lines, lines[row.cost]));
  }
}

}  // namespace burnglass::ui
