#include "ui/facts_view.h"

#include "session/numbers.h"
#include "ui/command_box.h"
#include "ui/guide.h"
#include "ui/guide_text.h"
#include "ui/privacy_view.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 760, kName = 190, kNarrowName = 110, kLine = 20, kGap = 6;

void DrawLine(Frame& frame, Rect& rest, const FactLine& fact) {
  const float name = rest.w < 520 ? kNarrowName : kName;
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  CutTop(rest, 1 + kGap / 2);
  Rect words{rest.x, rest.y, name - 10, kLine};
  const float name_height = frame.pen.Paragraph(words, kBody, frame.theme.text3, fact.name, kLine);
  const Rect column{rest.x + name, rest.y, rest.w - name, kLine};
  const float height = std::max(
      name_height, frame.pen.Paragraph(column, kBody, frame.theme.text, fact.value, kLine));
  frame.snapshot.Add(Role::kRow, fact.name, fact.value, {rest.x, rest.y, rest.w, height});
  CutTop(rest, std::max(kLine, height) + kGap / 2);
}

// A quiet card: what so few samples can say, and how to have more.
void DrawNotice(Frame& frame, Rect& rest, const std::string& sentence) {
  const Theme& t = frame.theme;
  constexpr float kPad = 14, kBox = 30, kText = 18;
  // Two lines of words are the most that the sentence has on a wide screen.
  const float lines = rest.w < 520 ? 4 : 2;
  const Rect card = CutTop(rest, kPad * 2 + lines * kText + 8 + kBox);
  frame.pen.Fill(card, t.accent_soft, 6);
  Rect in = card.Inset(kPad);
  frame.pen.Paragraph(in, {Face::kSemiBold, 13}, t.text, sentence, kText);
  DrawCommandBox(frame, CutBottom(in, kBox), "more samples", GuideEntryOf("cpu").command);
  frame.snapshot.Add(Role::kLabel, "few samples", sentence, card);
  CutTop(rest, 16);
}

}  // namespace

void FactsView::Draw(Frame& frame, const Rect& area) {
  const OpenProfile& profile = *frame.session.active();
  if (drawn_ != profile.id) scroll_.offset = 0;
  drawn_ = profile.id;
  Scroll(frame, "facts", area, content_, scroll_);
  const Clip clip(frame, area);
  const float width = std::min(kWidth, area.w - 32);
  Rect rest{area.x + std::max(16.0f, (area.w - width) / 2), area.y + 24 - scroll_.offset, width,
            1e6f};
  const float top = rest.y;
  frame.pen.TextFit(CutTop(rest, 26), kTitle, frame.theme.text, profile.Title());
  CutTop(rest, 4);
  Rect links = CutTop(rest, 24);
  CutLeft(links, GuideLink(frame, links) + 12);
  PrivacyLink(frame, links);
  CutTop(rest, 12);
  if (!profile.sheet) return;
  if (!profile.sheet->few_samples.empty()) DrawNotice(frame, rest, profile.sheet->few_samples);
  for (const FactGroup& group : profile.sheet->groups) {
    frame.pen.Text(CutTop(rest, 26), kPanelHead, frame.theme.text, group.title);
    for (const FactLine& fact : group.lines) DrawLine(frame, rest, fact);
    CutTop(rest, 20);
  }
  content_ = rest.y - top + 32;
}

}  // namespace burnglass::ui
