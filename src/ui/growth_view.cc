#include "ui/growth_view.h"

#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kBarHeight = 34, kTimelineHeight = 238, kNarrowTimeline = 170, kNarrow = 640;

std::string BrushText(const Growth& growth, const Brush& brush) {
  std::string text = MomentText(growth, brush.begin);
  if (brush.size() > 1) text += " – " + MomentText(growth, brush.end - 1);
  return text + " · " + CountText(brush.size()) + (brush.size() == 1 ? " profile" : " profiles");
}

// "10 profiles · 292 to 482"
std::string SummaryText(const Growth& growth) {
  std::int64_t least = growth.totals[0], most = growth.totals[0];
  for (const std::int64_t total : growth.totals)
    least = std::min(least, total), most = std::max(most, total);
  return CountText(static_cast<std::int64_t>(growth.size())) + " profiles · " +
         ValueText(least, growth.unit) + " to " + ValueText(most, growth.unit) +
         (growth.differences ? ", each less the one before" : "");
}

}  // namespace

void GrowthView::Draw(Frame& frame, const Rect& area) {
  const OpenProfile& profile = *frame.session.active();
  const GrowthState& state = profile.growth;
  Rect rest = area;
  frame.pen.Fill(area, frame.theme.canvas);
  if (!state.growth) {
    const std::string& sentence =
        profile.refusal.empty() ? "Looking at all profiles …" : profile.refusal;
    frame.pen.Text({area.x + 12, area.y + 12, area.w - 24, 24}, kBody, frame.theme.text2, sentence);
    return;
  }
  const Growth& growth = *state.growth;
  DrawBar(frame, CutTop(rest, kBarHeight), growth, state);
  timeline_.Draw(frame, CutTop(rest, rest.h < 420 ? kNarrowTimeline : kTimelineHeight), growth,
                 state);
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  DrawFilters(frame, CutTop(rest, kBarHeight), state);
  if (!state.failed.empty()) {
    const Rect foot = CutBottom(rest, 26);
    const std::string count = CountText(static_cast<std::int64_t>(state.failed.size()));
    const std::string text = count +
                             (state.failed.size() == 1 ? " file could not be read: "
                                                       : " files could not be read. The first: ") +
                             state.failed.front();
    frame.pen.HLine(foot.x, foot.y, foot.w, frame.theme.line);
    frame.pen.TextFit(foot.Inset(12, 0), kSmall, frame.theme.text2, text);
    frame.snapshot.Add(Role::kLabel, "not read", text, foot);
  }
  table_.Draw(frame, rest, growth, state);
}

void GrowthView::DrawBar(Frame& frame, Rect bar, const Growth& growth, const GrowthState& state) {
  CutLeft(bar, 12), CutRight(bar, 12);
  const bool narrow = bar.w < kNarrow;
  const auto button = [&](const ButtonSpec& spec) {
    const Rect place = CutLeft(bar, ButtonWidth(frame, spec));
    CutLeft(bar, 8);
    return Button(frame, {place.x, place.middle_y() - 12, place.w, 24}, spec);
  };
  const auto chip = [&](std::string_view word, const Brush& brush) {
    if (brush.empty()) return;
    const std::string text = std::string(word) + "  " + BrushText(growth, brush);
    const float width = std::min(bar.w, frame.pen.Width(kTable, text) + 18);
    const Rect place = CutLeft(bar, width);
    CutLeft(bar, 8);
    const Rect box{place.x, place.middle_y() - 12, place.w, 24};
    frame.pen.Fill(box, frame.theme.raised, 4);
    frame.pen.Outline(box, frame.theme.line2, 1, 4);
    frame.pen.TextFit(box.Inset(9, 0), kTable, frame.theme.text, text);
    frame.snapshot.Add(Role::kChip, "window " + std::string(word), BrushText(growth, brush), box);
  };
  if (!narrow) chip("A", state.a), chip("B", state.b);
  if (!state.a.empty()) {
    if (!state.b.empty() &&
        button({.id = "compare windows", .label = "A → B", .look = ButtonLook::kPrimary})) {
      frame.Do(Verb::kCompareBrushes);
    }
    if (button({.id = "open window", .label = state.b.empty() ? "Open A" : "Open B"}))
      frame.Do(Verb::kOpenBrush);
    if (button({.id = "clear windows", .label = "Clear", .look = ButtonLook::kQuiet}))
      frame.Do(Verb::kClearBrushes);
  }
  const ButtonSpec deploy{.id = "deploy marker",
                          .label = timeline_.marking ? "Choose a bar" : "+ Deploy marker",
                          .look = ButtonLook::kQuiet,
                          .selected = timeline_.marking};
  if (button(deploy)) timeline_.marking = !timeline_.marking;
  const std::string summary = SummaryText(growth);
  if (frame.pen.Width(kTable, summary) <= bar.w) {
    frame.pen.Text(bar, kTable, frame.theme.text2, summary, Align::kRight);
  }
  frame.snapshot.Add(Role::kLabel, "series", summary, bar);
}

void GrowthView::DrawFilters(Frame& frame, Rect bar, const GrowthState& state) const {
  CutLeft(bar, 12), CutRight(bar, 12);
  for (std::uint32_t i = kGrowthFilters; i-- > 0;) {
    const auto filter = static_cast<GrowthFilter>(i);
    const std::string_view word = GrowthFilterWord(filter);
    const bool selected = state.filter == filter;
    const ButtonSpec spec{.id = word,
                          .label = word,
                          .look = selected ? ButtonLook::kOutlined : ButtonLook::kQuiet,
                          .selected = selected};
    const float width = ButtonWidth(frame, spec);
    const Rect place = CutRight(bar, width);
    CutRight(bar, 4);
    if (place.w < width) break;
    if (Button(frame, {place.x, place.middle_y() - 12, place.w, 24}, spec))
      frame.Do({.verb = Verb::kGrowthFilter, .number = i});
  }
  const float width = frame.pen.TextFit(bar, kPanelHead, frame.theme.text, "What grows");
  CutLeft(bar, width + 10);
  constexpr std::string_view kHow =
      "ranked by how sure the growth is; of all samples, whatever the filters";
  if (frame.pen.Width(kSmall, kHow) <= bar.w) frame.pen.Text(bar, kSmall, frame.theme.text3, kHow);
}

}  // namespace burnglass::ui
