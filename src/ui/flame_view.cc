#include "ui/flame_view.h"

#include <imgui.h>

#include <cmath>

#include "session/numbers.h"
#include "ui/difference.h"
#include "ui/growth_colours.h"
#include "ui/label_boxes.h"

namespace burnglass::ui {
namespace {

constexpr double kZoomMs = 160;
// How much of a wheel's movement counts at most: a notch of a mouse says 100 or more, a touchpad a
// few px, and both shall feel alike.
constexpr float kWheelMost = 30, kWheelPerE = 40, kWheelPerEMeta = 100;

double EaseOut(double t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

}  // namespace

FlameScene MainScene(const Session& session, const Layout& layout) {
  const OpenProfile& profile = *session.active();
  return {.answers = profile.shown,
          .view = &profile.view,
          .form = session.look().inverted ? TreeForm::kInverted : TreeForm::kTopDown,
          .area = layout.graph_area,
          .graph = layout.graph,
          .row = layout.row,
          .scroll = profile.view.scroll,
          .root_at_bottom = session.look().root_at_bottom,
          .width = profile.HasSides() ? profile.width : TreeWidth::kBoth};
}

void FlameView::Draw(Frame& frame, const FlameScene& scene) {
  scene_ = scene;
  const OpenProfile& profile = *frame.session.active();
  const double whole = static_cast<double>(scene.answers->flame->width());
  const Window window = MovedWindow(frame, profile, whole);
  // What is drawn at the edges may be seen by a fraction of a unit.
  const Flame& flame = *scene.answers->FlameFor(static_cast<std::int64_t>(window.begin),
                                                static_cast<std::int64_t>(window.end()));
  const CullInput input{
      .area = scene.graph,
      .window = window,
      .row = scene.row,
      .scroll = scene.scroll,
      .root_at_bottom = scene.root_at_bottom,
      .gap = 1,
      .target_depth = IsMain() && scene.view->target ? scene.view->target.depth : 0,
  };
  const bool moved = !(input == input_);
  input_ = input;
  MakeIfNeeded(frame, profile, flame, moved);
  const float at = (frame.pointer.x - scene.graph.x) / std::max(1.0f, scene.graph.w);
  viewport_ = {scene.graph.w, scene.graph.h, scene.row,
               frame.pointer_here ? std::clamp(at, 0.0f, 1.0f) : 0.5f};
  TakePointer(frame, flame);

  const Search* search = frame.session.ShownSearch();
  painting_.SetColours(profile, frame.theme, frame.session.ShownColourBy());
  painting_.SetHits(profile, search);
  MakeHitTicks(profile, flame, search);
  const Clip clip(frame, scene.area);
  DrawBatch(frame, profile, scene.area);
  for (const Rect& tick : ticks_) frame.pen.Fill(tick, frame.theme.accent);
  DrawLabels(frame, labels_, seen_, search);
  DrawMarks(frame);
}

// The window to draw now: on its way to the one that the session wants.
Window FlameView::MovedWindow(Frame& frame, const OpenProfile& profile, double whole) {
  const Window& seen = scene_.view->window;
  const Window wanted = seen.width > 0 ? seen : Window{0, whole};
  const bool another =
      shown_profile_ != profile.id || (!IsMain() && shown_query_ != scene_.answers->query);
  const Window now = another ? wanted : input_.window;
  if (!(wanted == to_) || another) {
    from_ = now;
    to_ = wanted;
    moving_since_ = another || by_hand_ || frame.still || from_.width <= 0 ? -1 : frame.now;
    shown_profile_ = profile.id;
    shown_query_ = scene_.answers->query;
  }
  by_hand_ = false;
  if (moving_since_ < 0) return to_;
  const double t = (frame.now - moving_since_) / kZoomMs;
  if (t >= 1) {
    moving_since_ = -1;
    return to_;
  }
  frame.Want(0);
  return Between(from_, to_, EaseOut(std::max(0.0, t)));
}

void FlameView::MakeIfNeeded(Frame& frame, const OpenProfile& profile, const Flame& flame,
                             bool moved) {
  const std::string made_for =
      std::to_string(profile.id) + ' ' + scene_.answers->query +
      (flame.sketch() ? " sketch " : " ") + std::to_string(flame.begin()) + ' ' +
      std::to_string(flame.end()) + ' ' + std::to_string(static_cast<int>(frame.pen.dpr() * 100)) +
      BoxColouringKey(profile) + LabelColouringKey(frame, *scene_.answers) +
      GrowthColouringKey(profile, *scene_.answers, frame.session.ShownColourBy());
  if (!moved && made_for == made_for_ && made_least_ == flame.min_width() &&
      !painting_.NeedsBoxes(scene_.batch)) {
    return;
  }
  made_for_ = made_for;
  made_least_ = flame.min_width();
  Make(frame, profile, flame);
}

void FlameView::Make(Frame& frame, const OpenProfile& profile, const Flame& flame) {
  seen_ = Cull(flame, input_);
  ColourBoxes(seen_, profile, *scene_.answers, scene_.width);
  ColourByLabel(seen_, frame, *scene_.answers);
  ColourByGrowth(seen_, profile, *scene_.answers, frame.session.ShownColourBy());
  total_ = flame.total();
  const Difference difference(profile, *scene_.answers);
  const auto figure = [&](const Box& box) {
    if (!profile.IsDiff()) return PercentText(box.cum, total_);
    const bool told = difference && box.depth > 0 && difference.Significant(box.name);
    return told ? difference.Figure(box.cum) : std::string();
  };
  labels_ = MakeLabels(frame.pen, profile.names, seen_, figure);
  painting_.SetBoxes(scene_.batch, seen_);
  ticks_for_.clear();
}

void FlameView::MakeHitTicks(const OpenProfile& profile, const Flame& flame, const Search* search) {
  if (!search) {
    ticks_.clear();
    ticks_for_.clear();
    return;
  }
  const std::string key = std::to_string(profile.id) + ' ' + search->pattern();
  if (key == ticks_for_) return;
  ticks_for_ = key;
  ticks_ = MakeTicks(flame, input_, seen_, *search);
  // The hits that no answer has are those of the main graph.
  if (IsMain()) AddLeftOutTicks(input_, *search, ticks_);
  JoinTicks(ticks_);
}

std::optional<Hover> FlameView::Pick(Point at) const {
  for (const SeenBox& seen : seen_) {
    const PaintedBox& box = seen.painted;
    if (at.y < box.y || at.y >= box.y + box.h + input_.gap) continue;
    if (at.x < box.x || at.x >= box.x + std::max(box.w + input_.gap, 1.0f)) continue;
    Hover hover{.box = seen.box, .rect = {box.x, box.y, box.w, box.h}};
    if (seen.strip()) hover.strip = seen.count(), hover.strip_width = seen.strip_width;
    return hover;
  }
  return std::nullopt;
}

void FlameView::TakePointer(Frame& frame, const Flame& flame) {
  const Press press = Pressable(frame, scene_.id, scene_.area);
  const bool dragging = press.held && Dragged(frame);
  hovered_.reset();
  if (press.hovered && !dragging) hovered_ = Pick(frame.pointer);
  if (hovered_) {
    frame.cursor = Cursor::kHand;
    const auto parent = flame.Parent(hovered_->box);
    hovered_->form = scene_.form;
    hovered_->width = scene_.width;
    hovered_->total = flame.total();
    hovered_->parent_cum = parent ? parent->cum : 0;
  }
  if (!press.held) dragged_ = {};
  if (dragging) TakeDrag(frame);
  if (press.menu && hovered_ && !hovered_->strip) {
    frame.Do({.verb = Verb::kSelectBox, .box = hovered_->box});
    frame.Do({.verb = Verb::kMenuAt, .x = frame.pointer.x, .y = frame.pointer.y});
  }
  if (press.double_clicked) {
    if (!hovered_) {
      frame.Do(Verb::kBack);
    } else if (hovered_->strip) {
      frame.Do({.verb = Verb::kZoomAt, .x = 8, .y = viewport_.anchor});
    } else {
      frame.Do({.verb = Verb::kZoomToBox, .box = hovered_->box});
    }
  } else if (press.clicked && ImGui::GetIO().MouseClickedLastCount[0] == 1) {
    if (!hovered_ || !hovered_->strip) {
      frame.Do({.verb = Verb::kSelectBox, .box = hovered_ ? hovered_->box : Box{}});
    }
  }
  TakeWheel(frame, scene_.area, press.hovered || press.held);
}

// The picture follows the pointer from where it was pressed, not from where that became a drag.
void FlameView::TakeDrag(Frame& frame) {
  const ImVec2 pressed = ImGui::GetIO().MouseClickedPos[0];
  const Point way{frame.pointer.x - pressed.x / frame.pen.dpr(),
                  frame.pointer.y - pressed.y / frame.pen.dpr()};
  frame.cursor = Cursor::kGrabbing;
  if (way.x == dragged_.x && way.y == dragged_.y) return;
  by_hand_ = true;
  frame.Do({.verb = Verb::kPan, .x = way.x - dragged_.x, .y = way.y - dragged_.y});
  dragged_ = way;
}

void FlameView::TakeWheel(Frame& frame, const Rect& area, bool hovered) {
  if (pinch_ != 1) {
    const double anchor = (pinch_at_.x - input_.area.x) / std::max(1.0f, input_.area.w);
    if (area.Contains(pinch_at_)) {
      by_hand_ = true;
      frame.Do({.verb = Verb::kZoomAt, .x = pinch_, .y = anchor});
    }
    pinch_ = 1;
  }
  WheelInput& wheel = frame.wheel;
  if (!hovered || (wheel.dx == 0 && wheel.dy == 0)) return;
  by_hand_ = true;
  if (wheel.zoom) {
    const float amount = std::clamp(wheel.dy, -kWheelMost, kWheelMost);
    const float per_e = wheel.meta ? kWheelPerEMeta : kWheelPerE;
    frame.Do({.verb = Verb::kZoomAt, .x = std::exp(-amount / per_e), .y = viewport_.anchor});
  } else {
    frame.Do({.verb = Verb::kPan, .x = -wheel.dx, .y = -wheel.dy});
  }
  wheel = {};
}

void FlameView::DrawBatch(Frame& frame, const OpenProfile& profile, const Rect& area) {
  FlameLook look;
  look.clip_x = area.x, look.clip_y = area.y, look.clip_w = area.w, look.clip_h = area.h;
  look.hovered_box = hovered_ && !hovered_->strip ? hovered_->box.node : scene_.lit;
  look.selected_box = scene_.view->selected.node;
  look.same_name = profile.view.selected_name.value_or(kNoBox);
  look.searching = frame.session.ShownSearch() != nullptr;
  look.canvas = frame.theme.canvas;
  // Amber beside orange says nothing.
  look.outline = profile.IsDiff() ? frame.theme.text : frame.theme.outline;
  painting_.Draw(frame, scene_.batch, look);
}

// What the painter cannot show: the ring of the keyboard, and a selected box that is a hair.
void FlameView::DrawMarks(Frame& frame) const {
  const Box& selected = scene_.view->selected;
  if (!selected) return;
  const float left = static_cast<float>(std::clamp(PxOf(input_, selected.x), -1e5, 1e5));
  const float right = static_cast<float>(std::clamp(PxOf(input_, selected.end()), -1e5, 1e5));
  const Rect box{left, RowTop(input_, selected.depth), right - left, input_.row - input_.gap};
  if (box.w < 4) {
    const bool diff = frame.session.active()->IsDiff();
    frame.pen.Outline({box.middle_x() - 3, box.y - 1, 6, box.h + 2},
                      diff ? frame.theme.text : frame.theme.outline, 2);
  } else if (scene_.view->by_key) {
    frame.pen.Outline({box.x - 2, box.y - 2, box.w + 3, box.h + 4}, frame.theme.accent, 1, 2);
  }
}

std::optional<Rect> FlameView::SelectedRect(const Session& session) const {
  const OpenProfile* profile = session.active();
  for (const SeenBox& seen : seen_) {
    if (!profile || seen.strip() || !(seen.box == profile->view.selected)) continue;
    return Rect{seen.painted.x, seen.painted.y, seen.painted.w, seen.painted.h};
  }
  return std::nullopt;
}

// What a box says of itself: its cost, or of a difference both sides and by how much they differ.
std::string FlameView::BoxText(const OpenProfile& profile, const Box& box) const {
  const std::string& unit = profile.Type().unit;
  if (!profile.IsDiff()) return ValueText(box.cum, unit) + " · " + PercentText(box.cum, total_);
  const Difference difference(profile, *profile.shown);
  std::string text = SignedText(box.cum, unit);
  if (profile.HasSides()) {
    const BothSides of = SidesOf(box, scene_.width);
    text = "A " + ValueText(of.a, unit) + " B " + ValueText(of.b, unit) + " · " + text;
  }
  return text + (difference && difference.Significant(box.name) ? "" : ", within noise");
}

void FlameView::Record(Snapshot& snapshot, const Session& session) const {
  const OpenProfile* profile = session.active();
  if (!profile || profile->id != shown_profile_ || !profile->shown) return;
  const Search* search = session.ShownSearch();
  snapshot.PushClip(input_.area);
  for (const SeenBox& seen : seen_) {
    const PaintedBox& b = seen.painted;
    const Rect rect{b.x, b.y, b.w, b.h};
    if (seen.strip()) {
      snapshot.Add(Role::kBox, CountText(seen.count()) + " small boxes", "", rect);
      continue;
    }
    std::uint8_t states = 0;
    if ((IsMain() || IsSide()) && seen.box == profile->view.selected) states |= kSelected;
    if (hovered_ && !hovered_->strip && seen.box == hovered_->box) states |= kHovered;
    if (search && search->Matches(seen.box.name)) states |= kMatch;
    snapshot.Add(Role::kBox, profile->names.Full(seen.box.name), BoxText(*profile, seen.box), rect,
                 states);
  }
  snapshot.PopClip();
}

}  // namespace burnglass::ui
