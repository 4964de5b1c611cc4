#include "ui/heap_view.h"

#include "ui/button.h"
#include "ui/heap_panel.h"

namespace burnglass::ui {
namespace {

constexpr float kBarHeight = 34, kBesideFrom = 1000, kPanel = 340, kButton = 24;

}  // namespace

void HeapView::Draw(Frame& frame, const Rect& area, float row_height) {
  const OpenProfile& profile = *frame.session.active();
  const HeapTable* table = frame.session.ShownHeap();
  Rect rest = area;
  if (!table) {
    frame.pen.Text({area.x + 12, area.y + 12, area.w - 24, 24}, kBody, frame.theme.text2,
                   profile.refusal.empty() ? "Looking at the heap …" : profile.refusal);
    return;
  }
  const bool beside = area.w >= kBesideFrom;
  const Rect panel = beside ? CutRight(rest, kPanel) : CutBottom(rest, rest.h * 0.36f);
  frame.pen.Fill(panel, frame.theme.panel);
  if (beside) frame.pen.VLine(panel.x, panel.y, panel.h, frame.theme.line);
  if (!beside) frame.pen.HLine(panel.x, panel.y, panel.w, frame.theme.line);
  Scroll(frame, "heap facts", panel, panel_ + 32, panel_scroll_);
  {
    const Clip clip(frame, panel);
    panel_ = DrawHeapPanel(
        frame, {panel.x + 16, panel.y + 12 - panel_scroll_.offset, panel.w - 36, 1e6f}, *table);
  }
  DrawBar(frame, CutTop(rest, kBarHeight), *table);
  rows_.Draw(frame, rest, row_height, *table);
}

// Functions or lines, and what a row counts.
void HeapView::DrawBar(Frame& frame, Rect bar, const HeapTable& table) {
  CutLeft(bar, 12), CutRight(bar, 12);
  const HeapState& heap = frame.session.active()->heap;
  const auto choice = [&](std::string_view word, bool selected, Verb verb, std::uint32_t number) {
    const ButtonSpec spec{.id = word,
                          .label = word,
                          .look = selected ? ButtonLook::kOutlined : ButtonLook::kQuiet,
                          .selected = selected};
    const Rect place = CutLeft(bar, ButtonWidth(frame, spec));
    CutLeft(bar, 4);
    if (Button(frame, {place.x, place.middle_y() - kButton / 2, place.w, kButton}, spec))
      frame.Do({.verb = verb, .number = number});
  };
  choice("Functions", !heap.lines, Verb::kHeapLines, 0);
  choice("Lines", heap.lines, Verb::kHeapLines, 1);
  CutLeft(bar, 14);
  choice("Own", !heap.order.cum, Verb::kHeapCum, 0);
  choice("With what it calls", heap.order.cum, Verb::kHeapCum, 1);
  CutLeft(bar, 10);
  std::string said = table.facts().earlier();
  if (!said.empty()) said = "compared with " + said;
  if (frame.pen.Width(kSmall, said) <= bar.w)
    frame.pen.Text(bar, kSmall, frame.theme.text3, said, Align::kRight);
}

}  // namespace burnglass::ui
