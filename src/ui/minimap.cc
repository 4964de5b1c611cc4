#include "ui/minimap.h"

#include <cmath>

#include "ui/difference.h"
#include "ui/flame_text.h"
#include "ui/growth_colours.h"
#include "ui/label_boxes.h"

namespace burnglass::ui {
namespace {

constexpr float kGripWidth = 4, kGripHeight = 16, kGripReach = 6;
constexpr float kMostRow = 4;
constexpr float kVeil = 0.62f;

}  // namespace

MinimapRows FitRows(std::uint32_t rows, float height) {
  if (rows == 0 || height < 1) return {};
  const auto px = static_cast<std::uint32_t>(height);
  if (rows > px) return {1, (rows + px - 1) / px};
  return {std::min(kMostRow, std::floor(height / static_cast<float>(rows))), 1};
}

bool Minimap::Draw(Frame& frame, const Rect& area, const Window& window) {
  const OpenProfile& profile = *frame.session.active();
  const Search* search = frame.session.ShownSearch();
  Make(frame, profile, area);
  MakeTicks(profile, search);
  // What is within noise is nearly as grey as the ground of all others.
  const Rgba ground = profile.IsDiff() ? frame.theme.canvas : frame.theme.sunk;
  frame.pen.Fill(area, ground);
  FlameLook look;
  look.clip_x = area.x, look.clip_y = area.y, look.clip_w = area.w, look.clip_h = area.h;
  look.searching = search != nullptr;
  look.canvas = ground;
  look.outline = frame.theme.outline;
  painting_.Draw(frame, FlameBatch::kMinimap, look);
  for (const Rect& tick : ticks_) frame.pen.Fill(tick, frame.theme.accent);

  const double whole = static_cast<double>(profile.shown->flame->width());
  const double scale = area.w / std::max(1.0, whole);
  const Rect seen{area.x + static_cast<float>(window.begin * scale), area.y,
                  std::max(2.0f, static_cast<float>(window.width * scale)), area.h};
  const bool moved = TakePointer(frame, area, seen, window);
  if (!frame.session.Whole() || window.width < whole) DrawWindow(frame, area, seen);
  frame.pen.HLine(area.x, area.bottom() - 1, area.w, frame.theme.line);
  frame.snapshot.Add(Role::kLabel, "minimap", frame.session.Whole() ? "whole graph" : "part", area);
  return moved;
}

void Minimap::Make(const Frame& frame, const OpenProfile& profile, const Rect& area) {
  const Flame& flame = *profile.shown->flame;
  const ColourBy by = frame.session.ShownColourBy();
  const MinimapRows rows = FitRows(flame.depth() + 1, area.h - 2);
  const CullInput input{.area = area,
                        .window = {0, static_cast<double>(flame.width())},
                        .row = rows.row,
                        .gap = 0,
                        .row_step = rows.step};
  const std::string made_for = std::to_string(profile.id) + ' ' + profile.shown->query +
                               (flame.sketch() ? " sketch" : "") + BoxColouringKey(profile) +
                               LabelColouringKey(frame, *profile.shown) +
                               GrowthColouringKey(profile, *profile.shown, by);
  if (input == input_ && made_for == made_for_ && !painting_.NeedsBoxes(FlameBatch::kMinimap)) {
    return;
  }
  input_ = input;
  made_for_ = made_for;
  seen_ = Cull(flame, input_);
  ColourBoxes(seen_, profile, *profile.shown, profile.width);
  ColourByLabel(seen_, frame, *profile.shown);
  ColourByGrowth(seen_, profile, *profile.shown, by);
  painting_.SetBoxes(FlameBatch::kMinimap, seen_);
  ticks_for_.clear();
}

void Minimap::MakeTicks(const OpenProfile& profile, const Search* search) {
  if (!search) {
    ticks_.clear();
    ticks_for_.clear();
    return;
  }
  const std::string key = std::to_string(profile.id) + ' ' + search->pattern();
  if (key == ticks_for_) return;
  ticks_for_ = key;
  ticks_ = ui::MakeTicks(*profile.shown->flame, input_, seen_, *search);
  AddLeftOutTicks(input_, *search, ticks_);
  JoinTicks(ticks_);
}

bool Minimap::TakePointer(Frame& frame, const Rect& area, const Rect& seen, const Window& window) {
  const Press press = Pressable(frame, "minimap", area);
  const double whole = input_.window.width;
  const double at = (frame.pointer.x - area.x) / area.w * whole;
  const bool part = window.width < whole;
  const auto near = [&](float x) { return std::fabs(frame.pointer.x - x) <= kGripReach; };
  const Grip under = part && near(seen.x)                   ? Grip::kLeft
                     : part && near(seen.right())           ? Grip::kRight
                     : part && seen.Contains(frame.pointer) ? Grip::kInside
                                                            : Grip::kOutside;
  if (press.hovered && !press.held) {
    frame.cursor = under == Grip::kInside    ? Cursor::kGrab
                   : under == Grip::kOutside ? Cursor::kArrow
                                             : Cursor::kResizeColumn;
  }
  if (press.double_clicked) {
    frame.Do(Verb::kWholeGraph);
    return false;
  }
  if (!press.held) {
    grip_ = Grip::kNone;
    return false;
  }
  if (grip_ == Grip::kNone) {
    grip_ = under;
    grabbed_ = window;
    grabbed_at_ = at;
  }
  if (grip_ == Grip::kInside) frame.cursor = Cursor::kGrabbing;
  if (!Dragged(frame)) return false;
  Window moved = grabbed_;
  switch (grip_) {
    case Grip::kInside:
      moved.begin += at - grabbed_at_;
      break;
    case Grip::kLeft:
      moved = {std::min(at, grabbed_.end()), std::fabs(grabbed_.end() - at)};
      break;
    case Grip::kRight:
      moved = {std::min(at, grabbed_.begin), std::fabs(at - grabbed_.begin)};
      break;
    default:
      moved = {std::min(at, grabbed_at_), std::fabs(at - grabbed_at_)};
      break;
  }
  frame.Do({.verb = Verb::kWindow, .x = moved.begin, .y = moved.width});
  return true;
}

// What is not seen lies under a veil; the window has an amber frame and two grips.
void Minimap::DrawWindow(Frame& frame, const Rect& area, const Rect& seen) const {
  const Rgba veil = WithAlpha(frame.theme.canvas, kVeil);
  const Rgba accent = frame.theme.accent;
  frame.pen.Fill({area.x, area.y, seen.x - area.x, area.h}, veil);
  frame.pen.Fill({seen.right(), area.y, area.right() - seen.right(), area.h}, veil);
  frame.pen.Outline(seen, accent);
  for (const float x : {seen.x, seen.right() - kGripWidth}) {
    frame.pen.Fill({x, seen.middle_y() - kGripHeight / 2, kGripWidth, kGripHeight}, accent, 1);
  }
}

}  // namespace burnglass::ui
