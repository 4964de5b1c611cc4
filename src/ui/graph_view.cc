#include "ui/graph_view.h"

#include <imgui.h>

#include <cmath>

#include "ui/graph_tools.h"

namespace burnglass::ui {
namespace {

constexpr double kZoomMs = 160;
// A notch of a mouse says 100 or more, a touchpad a few px.
constexpr float kWheelMost = 60, kWheelPerE = 260;

double EaseOut(double t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

// What is said while there is no graph.
std::string WaitingSentence(const OpenProfile& profile, const CallGraph* graph) {
  if (!graph) return profile.refusal.empty() ? "Summing up the calls …" : profile.refusal;
  const std::string& failure = profile.shown->layout_failure;
  return failure.empty() ? "Laying out the call graph …" : failure;
}

}  // namespace

void GraphView::Draw(Frame& frame, const Rect& area) {
  const OpenProfile& profile = *frame.session.active();
  const GraphLayout* layout = frame.session.ShownLayout();
  place_ = {area.w, area.h, 0, 0};
  if (frame.pointer_here && area.Contains(frame.pointer)) {
    place_.pointer_x = frame.pointer.x - area.middle_x();
    place_.pointer_y = frame.pointer.y - area.middle_y();
  }
  hovered_.reset();
  marks_ = {};
  if (!layout || layout->nodes.empty()) {
    const std::string sentence = layout ? "No function is large enough to be drawn."
                                        : WaitingSentence(profile, frame.session.ShownGraph());
    return DrawGraphSentence(frame, area, sentence);
  }
  const CallGraph& graph = *frame.session.ShownGraph();
  Make(frame, profile);
  const GraphSight sight{area, MovedCamera(frame, profile)};
  if (profile.view.selected_name) {
    marks_.selected = graph.NodeOf(*profile.view.selected_name).value_or(kNoBox);
  }
  marks_.by_key = profile.view.by_key;
  marks_.search = frame.session.ShownSearch();
  DrawGraphTools(frame, sight);
  TakePointer(frame, sight);
  const Clip clip(frame, area);
  DrawEdges(frame, sight, picture_, marks_);
  DrawNodes(frame, sight, picture_, marks_);
  DrawGraphFacts(frame, area);
}

void GraphView::Make(const Frame& frame, const OpenProfile& profile) {
  const std::string made_for = std::to_string(profile.id) + ' ' + profile.shown->query + ' ' +
                               std::to_string(static_cast<int>(frame.pen.dpr() * 100));
  if (made_for == made_for_) return;
  made_for_ = made_for;
  picture_ =
      MakePicture(frame.pen, profile, *frame.session.ShownGraph(), *frame.session.ShownLayout());
}

// The camera to draw with now: on its way to the one that the session wants.
GraphCamera GraphView::MovedCamera(Frame& frame, const OpenProfile& profile) {
  const GraphCamera wanted = frame.session.ShownCamera();
  const bool another = moving_in_ != made_for_ || profile.view.camera.scale <= 0;
  if (!(wanted == to_) || another) {
    from_ = another ? wanted : now_;
    to_ = wanted;
    moving_since_ = another || by_hand_ || frame.still ? -1 : frame.now;
    moving_in_ = made_for_;
  }
  by_hand_ = false;
  now_ = to_;
  if (moving_since_ < 0) return now_;
  const double t = (frame.now - moving_since_) / kZoomMs;
  if (t >= 1) {
    moving_since_ = -1;
    return now_;
  }
  frame.Want(0);
  return now_ = Between(from_, to_, EaseOut(std::max(0.0, t)));
}

std::uint32_t GraphView::Pick(const Frame& frame, const GraphSight& sight) const {
  const GraphLayout& layout = *frame.session.ShownLayout();
  for (std::uint32_t i = static_cast<std::uint32_t>(layout.nodes.size()); i-- > 0;) {
    if (sight.NodeAt(layout.nodes[i]).Contains(frame.pointer)) return i;
  }
  return kNoBox;
}

// What is selected already stays: asked for again, it would step to its next box.
void GraphView::Select(Frame& frame, std::uint32_t node) const {
  const NameId name = frame.session.ShownGraph()->node(node).name;
  if (frame.session.active()->view.selected_name == name) return;
  frame.Do({.verb = Verb::kSelectName, .number = name});
}

void GraphView::TakePointer(Frame& frame, const GraphSight& sight) {
  const Press press = Pressable(frame, "call graph", sight.area);
  const bool dragging = press.held && Dragged(frame);
  if (press.hovered && !dragging) marks_.hovered = Pick(frame, sight);
  const std::uint32_t node = marks_.hovered;
  if (node != kNoBox) {
    hovered_ = frame.session.ShownGraph()->node(node).name;
    frame.cursor = Cursor::kHand;
  }
  if (!press.held) dragged_ = {};
  if (dragging) TakeDrag(frame);
  if (press.double_clicked && node != kNoBox) {
    Select(frame, node);
    frame.Do(Verb::kFocus);
  } else if (press.clicked && ImGui::GetIO().MouseClickedLastCount[0] == 1) {
    node == kNoBox ? frame.Do(Verb::kClearSelection) : Select(frame, node);
  }
  TakeZoom(frame, sight, press.hovered || press.held);
}

// The picture follows the pointer from where it was pressed, not from where that became a drag.
void GraphView::TakeDrag(Frame& frame) {
  const ImVec2 pressed = ImGui::GetIO().MouseClickedPos[0];
  const Point way{frame.pointer.x - pressed.x / frame.pen.dpr(),
                  frame.pointer.y - pressed.y / frame.pen.dpr()};
  frame.cursor = Cursor::kGrabbing;
  if (way.x == dragged_.x && way.y == dragged_.y) return;
  by_hand_ = true;
  frame.Do({.verb = Verb::kPan, .x = way.x - dragged_.x, .y = way.y - dragged_.y});
  dragged_ = way;
}

void GraphView::TakeZoom(Frame& frame, const GraphSight& sight, bool hovered) {
  const auto zoom = [&](float factor, Point at) {
    by_hand_ = true;
    frame.Do({.verb = Verb::kZoomAt,
              .x = factor,
              .y = at.x - sight.area.middle_x(),
              .z = at.y - sight.area.middle_y()});
  };
  if (pinch_ != 1 && sight.area.Contains(pinch_at_)) zoom(pinch_, pinch_at_);
  pinch_ = 1;
  WheelInput& wheel = frame.wheel;
  if (!hovered || (wheel.dx == 0 && wheel.dy == 0)) return;
  const float amount = std::clamp(wheel.dy, -kWheelMost, kWheelMost);
  if (amount != 0) zoom(std::exp(-amount / kWheelPerE), frame.pointer);
  wheel = {};
}

}  // namespace burnglass::ui
