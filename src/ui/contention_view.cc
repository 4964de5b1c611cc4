#include "ui/contention_view.h"

#include <vector>

#include "ui/name_text.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 12, kHeadHeight = 26, kSiteHeight = 34, kBesideFrom = 960, kPanel = 400;
constexpr float kRoomyFrom = 620, kText = 17;

struct Columns {
  Rect role, delay, bar, count, mean, name;  // no width: not shown
};

Columns Place(const Rect& row) {
  Columns c;
  Rect rest = row;
  CutLeft(rest, kPad);
  CutRight(rest, 12);
  const bool roomy = row.w >= kRoomyFrom;
  c.role = CutLeft(rest, roomy ? 96 : 76);
  c.delay = CutLeft(rest, 78);
  CutLeft(rest, 10);
  if (roomy) c.bar = CutLeft(rest, std::min(130.0f, rest.w * 0.2f));
  if (roomy) c.count = CutLeft(rest, 76);
  if (roomy) c.mean = CutLeft(rest, 84);
  CutLeft(rest, 14);
  c.name = rest;
  return c;
}

std::string_view RoleWord(ContentionRole role) {
  constexpr std::string_view kWords[] = {"waits", "makes wait", "idle"};
  return kWords[static_cast<std::size_t>(role)];
}

std::string Time(std::int64_t ns) { return ValueText(ns, "nanoseconds"); }

void DrawTableHead(Frame& frame, const Rect& head, const std::string& delay,
                   const std::string& mean) {
  const Columns c = Place(head);
  const auto word = [&](const Rect& cell, const std::string& text, Align align) {
    if (cell.w > 0) frame.pen.Text(cell, kTiny, frame.theme.text3, text, align);
  };
  word(c.role, "role", Align::kLeft);
  word(c.delay, delay.empty() ? "delay" : "delay, " + delay, Align::kRight);
  word(c.count, "count", Align::kRight);
  word(c.mean, mean.empty() ? "mean" : "mean, " + mean, Align::kRight);
  word(c.name, "function", Align::kLeft);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
}

void DrawGroupHead(Frame& frame, const Rect& line, std::string_view title,
                   const std::string& said) {
  Rect rest{line.x + kPad, line.y + 8, line.w - 2 * kPad, line.h - 8};
  CutLeft(rest, frame.pen.TextFit(rest, {Face::kMono, 12, true}, frame.theme.text, title) + 12);
  frame.pen.TextFit(rest, kSmall, frame.theme.text2, said);
  frame.snapshot.Add(Role::kLabel, "site", std::string(title) + ": " + said, line);
}

std::string SiteWords(const ContentionSite& site, const pb::ContentionAnswer& facts) {
  std::string text;
  if (facts.mutex()) text = "makes others wait " + Time(site.makes_wait);
  if (facts.block()) text += (text.empty() ? "waits " : " · waits ") + Time(site.waits);
  return text;
}

// The sentences, as a panel beside the table or below it.
float DrawMeaning(Frame& frame, Rect rest, const ContentionTable& table) {
  const float top = rest.y;
  frame.pen.Text(CutTop(rest, 24), kPanelHead, frame.theme.text, "What the numbers mean");
  CutTop(rest, 4);
  for (const std::string& sentence : table.facts().meaning()) {
    const float height = frame.pen.Paragraph(rest, kSmall, frame.theme.text2, sentence, kText);
    frame.snapshot.Add(Role::kLabel, "meaning", sentence, {rest.x, rest.y, rest.w, height});
    CutTop(rest, height + 10);
  }
  return rest.y - top;
}

}  // namespace

void ContentionView::Draw(Frame& frame, const Rect& area, float row_height) {
  const ContentionTable* table = frame.session.ShownContention();
  if (!table) return;
  ChooseFormat(frame.session.active()->id, *table);
  Rect rest = area;
  const bool beside = area.w >= kBesideFrom;
  if (beside) {
    const Rect panel = CutRight(rest, kPanel);
    frame.pen.Fill(panel, frame.theme.panel);
    frame.pen.VLine(panel.x, panel.y, panel.h, frame.theme.line);
    Scroll(frame, "meaning", panel, meaning_ + 32, meaning_scroll_);
    const Clip clip(frame, panel);
    meaning_ = DrawMeaning(
        frame, {panel.x + 16, panel.y + 12 - meaning_scroll_.offset, panel.w - 36, 1e6f}, *table);
  }
  DrawTableHead(frame, CutTop(rest, kHeadHeight), delay_.unit(), mean_.unit());
  Scroll(frame, "contention", rest, content_, scroll_);
  const Clip clip(frame, rest);
  Rect in{rest.x, rest.y - scroll_.offset, rest.w, 1e6f};
  const float top = in.y;
  DrawRows(frame, in, row_height, *table);
  if (!beside) {
    CutTop(in,
           20 + DrawMeaning(frame, {in.x + kPad, in.y + 16, in.w - 2 * kPad - 10, 1e6f}, *table));
  }
  content_ = in.y - top + 16;
}

void ContentionView::ChooseFormat(ProfileId profile, const ContentionTable& table) {
  if (drawn_ != profile) scroll_.offset = meaning_scroll_.offset = 0;
  drawn_ = profile;
  std::vector<std::int64_t> delays, means;
  for (std::size_t i = 0; i < table.size(); ++i) {
    delays.push_back(table[i].delay);
    means.push_back(table[i].mean);
  }
  delay_ = ColumnFormat(delays, "nanoseconds");
  mean_ = ColumnFormat(means, "nanoseconds");
}

void ContentionView::DrawRows(Frame& frame, Rect& rest, float row_height,
                              const ContentionTable& table) {
  if (table.sites() == 0) {
    DrawGroupHead(frame, CutTop(rest, kSiteHeight), "No function waited for a lock", "");
  }
  std::optional<std::uint32_t> site;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const ContentionRow row = table[i];
    if (site != row.site) {
      site = row.site;
      const bool idle = row.role == ContentionRole::kIdle;
      const std::string said = idle ? "for work, the network or the time: no contention"
                                    : SiteWords(table.site(row.site), table.facts());
      DrawGroupHead(frame, CutTop(rest, kSiteHeight),
                    idle ? "Idle waiting" : PathEnd(table.site(row.site).name), said);
    }
    DrawRow(frame, CutTop(rest, row_height), i, table);
  }
}

void ContentionView::DrawRow(Frame& frame, const Rect& row, std::size_t index,
                             const ContentionTable& table) {
  const Theme& t = frame.theme;
  const OpenProfile& profile = *frame.session.active();
  const ContentionRow values = table[index];
  const Columns c = Place(row);
  const bool chosen = profile.contention_row == index, idle = values.role == ContentionRole::kIdle;
  const bool makes = values.role == ContentionRole::kMakesWait;
  const Press press = Pressable(frame, "contention row", index, {row.x, row.y, row.w - 10, row.h});
  if (chosen) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  frame.pen.TextFit(c.role, kTable, makes ? t.link : t.text2,
                    idle ? values.kind : RoleWord(values.role));
  frame.pen.Text(c.delay, kTable, idle ? t.text2 : t.text, delay_.Text(values.delay),
                 Align::kRight);
  DrawCostBar(frame, c.bar, values.delay, table.longest(values.role), idle ? t.bar2 : t.bar);
  if (c.count.w > 0) {
    frame.pen.Text(c.count, kTable, t.text2, CountText(values.count), Align::kRight);
    frame.pen.Text(c.mean, kTable, t.text2, mean_.Text(values.mean), Align::kRight);
  }
  if (values.name != kNoNumber) {
    DrawMarkedName(frame, c.name, kBoxLabel, profile.names, values.name, idle ? t.text2 : t.text,
                   t.text3);
  } else {
    frame.pen.TextFit(BesideMark(c.name), kBoxLabel, idle ? t.text2 : t.text,
                      PathEnd(values.function));
  }
  const std::string words = std::string(RoleWord(values.role)) + ", " + std::string(values.kind) +
                            ": " + Time(values.delay) + " in " + CountText(values.count) +
                            " waits, mean " + Time(values.mean);
  frame.snapshot.Add(
      Role::kRow, values.function, words, row,
      static_cast<std::uint8_t>((chosen ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) {
    frame.Do({.verb = Verb::kContentionRow, .number = static_cast<std::uint32_t>(index)});
  }
}

}  // namespace burnglass::ui
