#include "ui/compare_bar.h"

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/difference.h"

namespace burnglass::ui {
namespace {

constexpr float kLine = 34, kHeight = 24, kOneLineFrom = 1500, kTwoLinesFrom = 640;
constexpr float kSideMostWidth = 210, kGap = 8, kSwatch = 12;

std::string_view ModeWord(const MakePlan& plan) {
  switch (plan.mode) {
    case CompareMode::kNormalized:
      return "Normalised to totals";
    case CompareMode::kPerSecond:
      return "Per second";
    case CompareMode::kPerCount:
      return "Per unit";
    default:
      return "Absolute";
  }
}

std::string_view WidthWord(TreeWidth width) {
  return width == TreeWidth::kBoth     ? "Width: both"
         : width == TreeWidth::kBefore ? "Width: A"
                                       : "Width: B";
}

// "A before · 2.39 s": which side, what it is, and its total.
std::string SideText(const Frame& frame, const OpenProfile& profile, bool after) {
  const char* letter = after ? "B " : "A ";
  const ChangeTable* changes = frame.session.ShownChanges();
  std::string text = letter;
  if (profile.plan) {
    text += frame.session.SideTitle(*profile.plan, after);
  } else {
    text += after ? "after" : "before";
  }
  if (!changes) return text;
  const std::int64_t total = after ? changes->facts().total_b() : changes->facts().total_a();
  return text + " · " + ValueText(total, profile.Type().unit);
}

Rect DrawSide(Frame& frame, Rect& line, const OpenProfile& profile, bool after, float most) {
  const std::string text = SideText(frame, profile, after);
  constexpr float kChevronAndPads = 40;
  const std::string label = frame.pen.Fitted({Face::kRegular, 12.5f}, text, most - kChevronAndPads);
  const ButtonSpec spec{.id = after ? "side b" : "side a",
                        .label = label,
                        .menu = profile.plan.has_value(),
                        .name = text};
  const Rect cell = CutLeft(line, std::min(most, ButtonWidth(frame, spec)));
  const Rect place{cell.x, cell.middle_y() - kHeight / 2, cell.w, kHeight};
  if (Button(frame, place, spec) && profile.plan) {
    frame.Do({.verb = Verb::kSideMenu, .number = after ? 1u : 0u});
  }
  return place;
}

void DrawSides(Frame& frame, Rect& line, const OpenProfile& profile, CompareAnchors& anchors) {
  const float most = std::min(kSideMostWidth, (line.w - 28) / 2);
  anchors.sides[0] = DrawSide(frame, line, profile, false, most);
  const Rect swap = CutLeft(line, 28);
  if (profile.plan && IconButton(frame, {swap.x, swap.middle_y() - 14, 28, 28}, "swap", Icon::kSwap,
                                 "swap A and B")) {
    frame.Do(Verb::kSwapSides);
  }
  anchors.sides[1] = DrawSide(frame, line, profile, true, most);
  CutLeft(line, kGap);
}

void DrawWays(Frame& frame, Rect& line, const OpenProfile& profile, CompareAnchors& anchors) {
  const auto button = [&](const ButtonSpec& spec, Verb verb) {
    const Rect cell = CutLeft(line, ButtonWidth(frame, spec));
    CutLeft(line, kGap);
    const Rect place{cell.x, cell.middle_y() - kHeight / 2, cell.w, kHeight};
    if (Button(frame, place, spec)) frame.Do(verb);
    return place;
  };
  if (profile.plan) {
    anchors.mode =
        button({.id = "mode", .label = ModeWord(*profile.plan), .menu = true}, Verb::kModes);
  }
  if (profile.HasSides() && frame.session.look().view == View::kFlame) {
    anchors.width =
        button({.id = "width", .label = WidthWord(profile.width), .menu = true}, Verb::kWidths);
  }
}

// "less in B" ▭▭▭ grey ▭▭▭ "more in B", "grey: within noise"
void DrawScale(Frame& frame, Rect& line) {
  const float begin = line.x;
  const Theme& t = frame.theme;
  // Where there is no room for words, there is for signs.
  const bool tight = line.w < 240;
  const std::string_view less = tight ? "−" : "less in B", more = tight ? "+" : "more in B";
  const float swatch = tight ? 8 : kSwatch;
  constexpr std::string_view kGrey = "grey: within noise (99 %)";
  CutLeft(line, frame.pen.Text(line, kSmall, t.less, less) + 6);
  for (const int step : {-8, -6, -3, 0, 3, 6, 8}) {
    const Rect mark = CutLeft(line, step == 0 ? 2 * swatch : swatch);
    frame.pen.Fill({mark.x, mark.middle_y() - 5, mark.w, 10}, DiffFill(t, step));
  }
  CutLeft(line, 6);
  CutLeft(line, frame.pen.Text(line, kSmall, t.more, more) + 12);
  if (frame.pen.Width(kSmall, kGrey) < line.w) {
    CutLeft(line, frame.pen.Text(line, kSmall, t.text2, kGrey));
  }
  frame.snapshot.Add(Role::kLabel, "legend", "less in B, grey: within noise, more in B",
                     {begin, line.y, line.x - begin, line.h});
  CutLeft(line, 12);
}

struct LensEntry {
  Lens lens;
  std::string_view word;
};
constexpr LensEntry kLensEntries[] = {{Lens::kAll, "All"},
                                      {Lens::kGrew, "Grew"},
                                      {Lens::kShrank, "Shrank"},
                                      {Lens::kNew, "New"},
                                      {Lens::kGone, "Gone"}};

float LensesWidth(const Frame& frame) {
  float width = frame.pen.Width(kSmall, "Show") + 8;
  for (const LensEntry& entry : kLensEntries) {
    width += ButtonWidth(frame, {.id = entry.word, .label = entry.word}) + 2;
  }
  return width;
}

void DrawLenses(Frame& frame, Rect line, const OpenProfile& profile) {
  CutLeft(line, frame.pen.Text(line, kSmall, frame.theme.text3, "Show") + 8);
  for (const LensEntry& entry : kLensEntries) {
    const bool on = profile.lens == entry.lens;
    const ButtonSpec spec{.id = entry.word,
                          .label = entry.word,
                          .look = on ? ButtonLook::kOutlined : ButtonLook::kQuiet,
                          .selected = on,
                          .name = entry.word};
    const Rect cell = CutLeft(line, ButtonWidth(frame, spec));
    CutLeft(line, 2);
    if (Button(frame, {cell.x, cell.middle_y() - kHeight / 2, cell.w, kHeight}, spec)) {
      frame.Do({.verb = Verb::kLens, .number = static_cast<std::uint32_t>(entry.lens)});
    }
  }
}

}  // namespace

float CompareBarHeight(float width) {
  return width >= kOneLineFrom ? kLine : width >= kTwoLinesFrom ? 2 * kLine : 3 * kLine;
}

CompareAnchors DrawCompareBar(Frame& frame, const Rect& bar) {
  const OpenProfile& profile = *frame.session.active();
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.bottom() - 1, bar.w, frame.theme.line);
  const bool one_line = bar.w >= kOneLineFrom, three = bar.w < kTwoLinesFrom;
  CompareAnchors anchors;
  Rect rest = bar.Inset(12, 0);
  Rect line = CutTop(rest, kLine);
  DrawSides(frame, line, profile, anchors);
  if (three) line = CutTop(rest, kLine);
  DrawWays(frame, line, profile, anchors);
  if (!one_line && !three) line = CutTop(rest, kLine);
  if (three) {
    DrawLenses(frame, rest, profile);
    return DrawScale(frame, line), anchors;
  }
  DrawLenses(frame, CutRight(line, LensesWidth(frame)), profile);
  if (one_line) {
    frame.pen.VLine(line.x + 2, line.middle_y() - 8, 16, frame.theme.line2);
    CutLeft(line, 14);
  }
  DrawScale(frame, line);
  return anchors;
}

}  // namespace burnglass::ui
