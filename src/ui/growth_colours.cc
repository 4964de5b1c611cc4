#include "ui/growth_colours.h"

#include <algorithm>
#include <cmath>

#include "session/numbers.h"
#include "ui/difference.h"

namespace burnglass::ui {
namespace {

constexpr float kMark = 9;

bool ShowsGrowth(const OpenProfile& profile, ColourBy by) {
  return by == ColourBy::kGrowth && profile.IsSeries();
}

void DrawWords(Frame& frame, Rect& rest, std::string_view text) {
  const Rect words = CutRight(rest, frame.pen.Width(kSmall, text));
  frame.pen.Text(words, kSmall, frame.theme.text2, text);
  CutRight(rest, 6);
}

}  // namespace

int GrowthStep(double growth) {
  return static_cast<int>(std::lround(std::clamp(growth, -1.0, 1.0) * kDiffSteps));
}

void ColourByGrowth(std::vector<SeenBox>& boxes, const OpenProfile& profile, const Answers& answers,
                    ColourBy by) {
  if (!ShowsGrowth(profile, by)) return;
  for (SeenBox& box : boxes) {
    if (box.strip()) continue;
    const auto growth = answers.slopes ? answers.slopes->Growth(box.box) : std::nullopt;
    box.painted.flags |= StepFlag(profile, growth ? GrowthStep(*growth) : 0);
  }
}

std::string GrowthColouringKey(const OpenProfile& profile, const Answers& answers, ColourBy by) {
  if (!ShowsGrowth(profile, by)) return {};
  return answers.slopes ? " growth told" : " growth untold";
}

void DrawGrowthLegend(Frame& frame, Rect& rest) {
  const OpenProfile& profile = *frame.session.active();
  const SlopeTable* slopes = profile.shown ? profile.shown->slopes.get() : nullptr;
  const float right = rest.right();
  DrawWords(frame, rest, "+100 %");
  for (int step = kDiffSteps; step >= -kDiffSteps; step -= 2) {
    const Rect mark = CutRight(rest, kMark);
    frame.pen.Fill({mark.x, mark.middle_y() - kMark / 2, kMark, kMark}, DiffFill(frame.theme, step),
                   1.5f);
    CutRight(rest, 1);
  }
  CutRight(rest, 5);
  DrawWords(frame, rest,
            "\xe2\x88\x92"
            "100 %");
  std::string text = "looking at all profiles …";
  if (slopes) {
    text = "gain of a line fitted to the box's " + CountText(slopes->profiles()) +
           " counts, as a part of their mean";
  }
  constexpr float kLeastName = 160;
  if (frame.pen.Width(kSmall, text) + kLeastName < rest.w) DrawWords(frame, rest, text);
  frame.snapshot.Add(Role::kLabel, "legend", "growth: " + text,
                     {rest.right(), rest.y, right - rest.right(), rest.h});
}

}  // namespace burnglass::ui
