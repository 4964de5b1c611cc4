// What lies over the bars of a timeline: edges of windows to be dragged, and deploy markers.
#include <algorithm>
#include <cmath>

#include "ui/timeline.h"

namespace burnglass::ui {
namespace {

constexpr float kReach = 5, kGripWidth = 4, kGripHeight = 22, kHead = 18;
constexpr float kFlagWidth = 58, kFlagHeight = 15;

struct Edge {
  std::uint32_t profile = 0;
  bool there = false;
};

Edge EdgeOf(const GrowthState& state, std::uint32_t number) {
  const Brush& window = number < 2 ? state.a : state.b;
  return {number % 2 == 0 ? window.begin : window.end, !window.empty()};
}

// Markers at the right end have their flag at the left.
Rect FlagOf(const Rect& plot, float x) {
  const float left = x + kFlagWidth > plot.right() ? x - kFlagWidth : x;
  return {left, plot.y - kHead + 2, kFlagWidth, kFlagHeight};
}

}  // namespace

float Timeline::Plot::EdgeOf(std::uint32_t profile) const {
  const float each = rect.w / static_cast<float>(bars);
  const std::size_t bar = profile >= profiles ? bars : BarOf(profile, bars, profiles);
  return rect.x + each * static_cast<float>(bar);
}

std::uint32_t Timeline::Plot::EdgeAt(float x) const {
  const float each = rect.w / static_cast<float>(bars);
  const float bar = std::clamp(std::round((x - rect.x) / each), 0.0f, static_cast<float>(bars));
  return static_cast<std::uint32_t>(BarBegin(static_cast<std::size_t>(bar), bars, profiles));
}

void Timeline::TakeMarks(Frame& frame, const Plot& plot, const GrowthState& state) {
  edge_.reset(), deploy_.reset();
  for (std::uint32_t i = 0; i < state.deploys.size(); ++i) {
    const Press press =
        Pressable(frame, "deploy flag", i, FlagOf(plot.rect, plot.EdgeOf(state.deploys[i])));
    if (press.hovered) deploy_ = i, frame.cursor = Cursor::kHand;
    if (press.clicked) frame.Do({.verb = Verb::kDeploy, .number = state.deploys[i]});
  }
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Edge edge = ui::EdgeOf(state, number);
    if (!edge.there) continue;
    const float x = plot.EdgeOf(edge.profile);
    const Rect grip{x - kReach, plot.rect.y, 2 * kReach, plot.rect.h};
    const Press press = Pressable(frame, "window edge", number, grip);
    constexpr std::string_view kNames[] = {"begin of window A", "end of window A",
                                           "begin of window B", "end of window B"};
    frame.snapshot.Add(Role::kLabel, kNames[number], std::to_string(edge.profile + 1 - number % 2),
                       grip, press.hovered ? kHovered : 0);
    if (press.hovered || press.held) edge_ = number, frame.cursor = Cursor::kResizeColumn;
    if (!press.held) continue;
    const std::uint32_t to = plot.EdgeAt(frame.pointer.x);
    if (to != edge.profile) {
      frame.Do({.verb = Verb::kBrushEdge, .number = number, .x = static_cast<double>(to)});
    }
  }
}

void Timeline::DrawMarks(Frame& frame, const Growth& growth, const Plot& plot,
                         const GrowthState& state) const {
  const Theme& t = frame.theme;
  for (std::uint32_t i = 0; i < state.deploys.size(); ++i) {
    const float x = plot.EdgeOf(state.deploys[i]);
    const Rect flag = FlagOf(plot.rect, x);
    frame.pen.VLine(x - 1, flag.y, plot.rect.bottom() - flag.y, t.text, 2);
    frame.pen.Fill(flag, deploy_ == i ? t.hover : t.raised, 2);
    frame.pen.Outline(flag, t.text, 1, 2);
    frame.pen.Text({flag.x + 5, flag.y, flag.w, flag.h}, kTiny, t.text, "deploy");
    frame.pen.Draw(Icon::kClose, {flag.right() - 9, flag.middle_y()}, 9, t.text2);
    frame.snapshot.Add(Role::kButton, "remove deploy marker",
                       "before " + MomentText(growth, state.deploys[i]), flag,
                       deploy_ == i ? kHovered : 0);
  }
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Edge edge = ui::EdgeOf(state, number);
    if (!edge.there) continue;
    const float x = plot.EdgeOf(edge.profile);
    const Rect grip{x - kGripWidth / 2, plot.rect.middle_y() - kGripHeight / 2, kGripWidth,
                    kGripHeight};
    frame.pen.Fill(grip, edge_ == number ? t.text : t.accent, 2);
  }
}

}  // namespace burnglass::ui
