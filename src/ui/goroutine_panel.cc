#include "ui/goroutine_panel.h"

#include <algorithm>

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/goroutine_ids.h"
#include "ui/goroutine_words.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 12, kHeadHeight = 32, kLine = 20, kText = 17, kNumbers = 48;

// "was" above "27"; returns the width.
float BigNumber(Frame& frame, float x, float y, std::string_view word, const std::string& value,
                const std::string& of = {}) {
  const float head = frame.pen.Text({x, y, 0, 14}, kTiny, frame.theme.text3, word);
  float width = frame.pen.Text({x, y + 15, 0, 24}, kTitle, frame.theme.text, value);
  if (!of.empty()) {
    width += 6 + frame.pen.Text({x + width + 6, y + 18, 0, 20}, kBody, frame.theme.text2, of);
  }
  frame.snapshot.Add(Role::kLabel, word, of.empty() ? value : value + " " + of,
                     {x, y, std::max(head, width), 40});
  return std::max(head, width);
}

void DrawNumbers(Frame& frame, Rect& rest, const GoroutineTable& table, const GoroutineRow& row) {
  const pb::GoroutinesAnswer& facts = table.facts();
  const Rect line = CutTop(rest, kNumbers);
  float x = line.x;
  const auto put = [&](std::string_view word, const std::string& value, const std::string& of) {
    x += BigNumber(frame, x, line.y, word, value, of) + 28;
  };
  if (facts.joined()) put("was", CountText(row.before), "");
  put(facts.joined() ? "is" : "goroutines", CountText(row.count), "");
  if (facts.joined() && facts.dump() && row.count > 0) {
    put("still on the same line", CountText(row.same), "of " + CountText(row.before));
  }
  if (row.wait > 0 || row.waited > 0) put("longest wait", WaitText(row), "");
}

void DrawFrame(Frame& frame, Rect line, const OpenProfile& profile,
               const GoroutineStack::Frame& one) {
  const Theme& t = frame.theme;
  std::string place(PathEnd(one.file));
  if (one.line > 0) place += ":" + std::to_string(one.line);
  const Rect whole = line;
  if (line.w > 300) {
    const float width = std::min(line.w * 0.4f, frame.pen.Width(kBoxLabel, place));
    frame.pen.TextFit(CutRight(line, width), kBoxLabel, t.text3, place);
    CutRight(line, 10);
  }
  if (one.name != kNoNumber) {
    DrawSwatch(frame, line, profile.names, one.name);
    CutLeft(line, 10);
    DrawName(frame, line, kBoxLabel, profile.names, one.name, t.text, t.text3);
  } else {
    CutLeft(line, 10);
    frame.pen.TextFit(line, kBoxLabel, t.text, PathEnd(one.function));
  }
  frame.snapshot.Add(Role::kRow, one.function, place, whole);
}

void DrawStack(Frame& frame, Rect& rest, const GoroutineStack& stack, const GoroutineRow& row,
               bool by_stack) {
  const Theme& t = frame.theme;
  frame.pen.Text(CutTop(rest, 18), kTiny, t.text3,
                 by_stack ? "Stack, innermost first" : "Stack of the first, innermost first");
  CutTop(rest, 2);
  for (std::size_t i = 0; i < stack.size(); ++i) {
    DrawFrame(frame, CutTop(rest, kLine), *frame.session.active(), stack[i]);
  }
  if (stack.elided() != 0) {
    const std::string count = stack.elided() < 0 ? "some" : CountText(stack.elided());
    const std::string said = count + " frames in the middle were left out by the dump";
    const Rect line = CutTop(rest, kLine);
    frame.pen.TextFit(line, kSmall, t.text2, said);
    frame.snapshot.Add(Role::kLabel, "elided", said, line);
  }
  if (!row.creator.empty()) {
    Rect line = CutTop(rest, kLine + 2);
    CutLeft(line, frame.pen.Text(line, kSmall, t.text3, "created by") + 10);
    frame.pen.TextFit(line, kBoxLabel, t.text2, PathEnd(row.creator));
    frame.snapshot.Add(Role::kLabel, "created by", row.creator, line);
  }
  CutTop(rest, 8);
}

void DrawButtons(Frame& frame, Rect& rest, const GoroutineRow& row) {
  struct Entry {
    Verb verb;
    std::string_view label;
    Icon icon;
  };
  constexpr Entry kEntries[] = {{Verb::kFlameOfGroup, "Flame of these", Icon::kFlame},
                                {Verb::kFocusGroup, "Focus", Icon::kZoom},
                                {Verb::kHideGroup, "Hide group", Icon::kHide}};
  Rect line = CutTop(rest, 28);
  for (const Entry& entry : kEntries) {
    const bool can = entry.verb == Verb::kHideGroup || !row.function.empty() || !row.filter.empty();
    if (!can || (row.count == 0 && entry.verb != Verb::kHideGroup)) continue;
    const ButtonSpec spec{.id = entry.label, .label = entry.label, .icon = entry.icon};
    const float width = ButtonWidth(frame, spec);
    if (width > line.w) line = (CutTop(rest, 4), CutTop(rest, 28));
    const Rect place = CutLeft(line, width);
    CutLeft(line, 6);
    if (Button(frame, {place.x, place.y + 1, place.w, 26}, spec)) {
      frame.Do({.verb = entry.verb, .number = row.number});
    }
  }
  CutTop(rest, 12);
}

std::string KindTitle(const pb::StuckGoroutines& stuck) {
  std::string title = stuck.kind();
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  }
  return title + ": evidence, not proof";
}

std::string EvidenceOf(const pb::StuckGoroutines& stuck) {
  std::string text = stuck.evidence();
  if (stuck.candidate_size() == 0) return text;
  text += " May hold it: ";
  for (int i = 0; i < stuck.candidate_size() && i < 4; ++i) {
    text += (i > 0 ? ", " : "") + stuck.candidate(i);
  }
  return text + ".";
}

void DrawEvidence(Frame& frame, Rect& rest, const pb::StuckGoroutines& stuck) {
  const std::string title = KindTitle(stuck), text = EvidenceOf(stuck);
  const float width = rest.w - 2 * kPad;
  const float head = frame.pen.ParagraphHeight(width, kPanelHead, title, kText + 1);
  const float words = frame.pen.ParagraphHeight(width, kSmall, text, kText);
  const Rect card = CutTop(rest, head + words + 22);
  frame.pen.Fill(card, frame.theme.accent_soft, 6);
  frame.pen.Outline(card, frame.theme.line2, 1, 6);
  Rect in = card.Inset(kPad, 10);
  frame.pen.Paragraph(CutTop(in, head), kPanelHead, frame.theme.text, title, kText + 1);
  CutTop(in, 2);
  frame.pen.Paragraph(in, kSmall, frame.theme.text2, text, kText);
  frame.snapshot.Add(Role::kLabel, "evidence", title + ". " + text, card);
  CutTop(rest, 12);
}

void DrawLeaked(Frame& frame, Rect& rest, const GoroutineRow& row) {
  if (row.leaked == 0) return;
  const std::string said = CountText(row.leaked) +
                           " found leaked by Go's own search: nothing that "
                           "still runs can reach what they wait for.";
  const float height = frame.pen.Paragraph(rest, kSmall, frame.theme.text2, said, kText);
  frame.snapshot.Add(Role::kLabel, "leaked", said, {rest.x, rest.y, rest.w, height});
  CutTop(rest, height + 10);
}

// The findings, the strongest first; a click chooses the row of one.
void DrawFindings(Frame& frame, Rect& rest, const GoroutineTable& table) {
  const Theme& t = frame.theme;
  const pb::GoroutinesAnswer& facts = table.facts();
  constexpr std::string_view kLimits =
      "Read from the stacks: they show who waits and never who holds a lock, and what comes later "
      "is not in them. Evidence, not proof.";
  if (facts.stuck_size() == 0) {
    constexpr std::string_view kNone =
        "No group waits in a way that speaks for a lock that is never given back, a channel "
        "without partner or a wait group with nobody left.";
    CutTop(rest, frame.pen.Paragraph(rest, kSmall, t.text2, kNone, kText) + 8);
    frame.snapshot.Add(Role::kLabel, "nothing stuck", kNone, rest);
  }
  for (int i = 0; i < facts.stuck_size(); ++i) {
    const pb::StuckGoroutines& stuck = facts.stuck(i);
    const std::string evidence = EvidenceOf(stuck);
    const float words = frame.pen.ParagraphHeight(rest.w - 8, kSmall, evidence, kText);
    const Rect place = CutTop(rest, words + kLine + 12);
    const Press press = Pressable(frame, "finding", static_cast<std::size_t>(i), place);
    if (press.hovered) {
      frame.pen.Fill(place, t.hover, 4);
      frame.cursor = Cursor::kHand;
    }
    Rect in = place.Inset(4, 4);
    Rect head = CutTop(in, kLine);
    const std::string kind = CountText(stuck.count()) + " · " + stuck.kind();
    CutRight(head, frame.pen.Text(head, kTiny, t.text3, kind, Align::kRight) + 8);
    frame.pen.TextFit(head, kCardName, t.text, PathEnd(stuck.function()));
    frame.pen.Paragraph(in, kSmall, t.text2, evidence, kText);
    frame.snapshot.Add(Role::kButton, "stuck " + stuck.function(), kind + ". " + evidence, place,
                       press.hovered ? kHovered : 0);
    const std::optional<GoroutineRow> row = table.FindStuck(static_cast<std::uint32_t>(i));
    if (press.clicked && row) frame.Do({.verb = Verb::kGoroutineRow, .number = row->number});
    CutTop(rest, 4);
  }
  CutTop(rest, frame.pen.Paragraph(rest, kTiny, t.text3, kLimits, 15) + 8);
}

void DrawChosen(Frame& frame, const Rect& panel, Rect& rest, const GoroutineTable& table,
                const GoroutineRow& row) {
  DrawNumbers(frame, rest, table, row);
  CutTop(rest, 6);
  const GoroutineStack* stack = frame.session.ShownGoroutine();
  if (stack) DrawStack(frame, rest, *stack, row, table.asked().by == 0);
  DrawButtons(frame, rest, row);
  DrawLeaked(frame, rest, row);
  if (row.stuck != kNoNumber) DrawEvidence(frame, rest, table.facts().stuck(int(row.stuck)));
  if (!stack || stack->ids().empty()) return;
  DrawGoroutineText(frame, rest, *stack);
  DrawGoroutineIds(frame, panel, rest, *stack, table.facts().joined());
}

std::string HeadOf(const GoroutineTable& table, const std::optional<GoroutineRow>& row) {
  if (!row) return "What seems stuck";
  const std::int64_t count = row->count == 0 ? row->before : row->count;
  std::string head = CountText(count) + (count == 1 ? " goroutine" : " goroutines");
  if (row->count == 0) head += ", gone,";
  if (table.asked().by == 2) return head + " created by " + std::string(PathEnd(row->creator));
  if (table.asked().by == 3) return head + ": " + std::string(row->state);
  return row->state.empty() ? head : head + " in " + std::string(row->state);
}

}  // namespace

void GoroutinePanel::Draw(Frame& frame, const Rect& area, const GoroutineTable& table) {
  const OpenProfile& profile = *frame.session.active();
  const auto& chosen = profile.goroutines.row;
  const std::optional<GoroutineRow> row = chosen ? table.Find(*chosen) : std::nullopt;
  const std::string made_for =
      std::to_string(profile.id) + ' ' + (row ? std::to_string(row->number) : "");
  if (made_for != made_for_) scroll_.offset = 0;
  made_for_ = made_for;
  frame.pen.Fill(area, frame.theme.panel);
  frame.pen.VLine(area.x, area.y, area.h, frame.theme.line);
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  Rect rest = area;
  Rect head = CutTop(rest, kHeadHeight).Inset(kPad, 0);
  if (row) {
    const Rect close = CutRight(head, 28);
    if (IconButton(frame, {close.x, close.middle_y() - 14, 28, 28}, "close row", Icon::kClose,
                   "close the group")) {
      frame.Do({.verb = Verb::kGoroutineRow, .number = row->number});
    }
  }
  const std::string title = HeadOf(table, row);
  frame.pen.TextFit(head, kPanelHead, frame.theme.text, title);
  frame.snapshot.Add(Role::kLabel, "goroutines of", title, head);
  frame.pen.HLine(rest.x, rest.y - 1, rest.w, frame.theme.line);
  Scroll(frame, "goroutine panel", rest, content_, scroll_);
  const Clip clip(frame, rest);
  Rect in{rest.x + kPad, rest.y + 10 - scroll_.offset, rest.w - 2 * kPad - 4, 1e7f};
  const float top = in.y;
  if (row) {
    DrawChosen(frame, rest, in, table, *row);
  } else {
    DrawFindings(frame, in, table);
  }
  content_ = in.y - top + 24;
}

}  // namespace burnglass::ui
