#include "ui/tour.h"

#include <algorithm>

#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 360, kHeight = 140, kGap = 14;

struct Step {
  std::string_view head, words;
};
constexpr Step kSteps[kTourSteps] = {
    {"Width is cost",
     "Each box is a function, as wide as what it and all below it cost. What it "
     "calls lies next to it. Scroll to move, Ctrl and scroll to zoom."},
    {"Pick a function",
     "Click a box or a row: who calls it, what it calls, and what it costs in "
     "all its places. Space shows its card over all sample types."},
    {"Find by a pattern",
     "Press / and type. What matches burns, the share of all stacks that go "
     "through it stands beside, and . and , step from hit to hit."},
    {"Leave out what distracts",
     "Focus, ignore, hide: Shift with F, I or H. Every filter is a "
     "chip here, and a click on it takes it back."},
    {"The same numbers, other views",
     "Keys 1 to 7 change the view, t the sample type, and ? "
     "shows every key. Nothing of a profile leaves this page."},
};

Rect TargetOf(std::uint32_t step, const Layout& layout) {
  const Rect& bar = layout.views.empty() ? layout.title : layout.views;
  switch (step) {
    case 0:
      return layout.graph_area.empty() ? layout.work : layout.graph_area;
    case 1:
      return layout.side.empty() ? layout.work : layout.side;
    case 2:
      return {bar.right() - std::min(308.0f, bar.w), bar.y, std::min(308.0f, bar.w), bar.h};
    case 3:
      return layout.filters;
    default:
      return layout.tabs.empty() ? Rect{bar.x, bar.y, bar.w * 0.6f, bar.h} : layout.tabs;
  }
}

// Below the target, above it, or in its middle where it fills the screen.
Rect PlaceFor(const Rect& target, const Rect& screen) {
  const float w = std::min(kWidth, screen.w - 24);
  Rect card{target.x + 12, target.bottom() + kGap, w, kHeight};
  if (card.bottom() > screen.bottom() - 8) card.y = target.y - kGap - kHeight;
  if (card.y < screen.y + 8) card = Centred(target, w, kHeight);
  card.x = std::clamp(card.x, screen.x + 12, std::max(12.0f, screen.right() - 12 - w));
  card.y = std::clamp(card.y, screen.y + 8, std::max(8.0f, screen.bottom() - 8 - kHeight));
  return card;
}

void DrawCard(Frame& frame, const Rect& card, std::uint32_t number) {
  const Theme& t = frame.theme;
  const Step& step = kSteps[number];
  frame.pen.Fill({card.x, card.bottom(), card.w, 2}, t.shade);
  frame.pen.Fill(card, t.raised, 6);
  frame.pen.Outline(card, t.line2, 1, 6);
  Rect rest = card.Inset(14, 10);
  const Rect head = CutTop(rest, 24);
  frame.pen.TextFit(head, kHead, t.text, step.head);
  const std::string count = CountText(number + 1) + " of " + CountText(kTourSteps);
  frame.pen.Text(head, kSmall, t.text3, count, Align::kRight);
  CutTop(rest, 4);
  frame.pen.Paragraph(rest, kBody, t.text2, step.words, 18);
  Rect buttons = CutBottom(rest, 26);
  const bool last = number + 1 == kTourSteps;
  const ButtonSpec next{
      .id = "tour next", .label = last ? "Done" : "Next", .look = ButtonLook::kPrimary};
  const ButtonSpec skip{.id = "tour skip", .label = "Skip", .look = ButtonLook::kQuiet};
  if (Button(frame, CutRight(buttons, ButtonWidth(frame, next)), next)) frame.Do(Verb::kTour);
  CutRight(buttons, 8);
  if (!last && Button(frame, CutRight(buttons, ButtonWidth(frame, skip)), skip)) {
    frame.Do(Verb::kDismiss);
  }
  frame.snapshot.Add(Role::kLabel, "tour", std::string(step.head) + ": " + std::string(step.words),
                     card);
}

}  // namespace

void DrawTour(Frame& frame, const Rect& screen, const Layout& layout) {
  const std::uint32_t number = std::min(frame.session.look().tour_step, kTourSteps - 1);
  const Rect target = TargetOf(number, layout);
  const Rect card = PlaceFor(target, screen);
  frame.pen.Outline(target.Inset(1), frame.theme.accent, 2, 4);
  Layer(frame, "tour", card, [&] { DrawCard(frame, card, number); });
}

}  // namespace burnglass::ui
