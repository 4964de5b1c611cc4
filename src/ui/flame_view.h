// FlameView: the flame graph with its gestures. It shows what the session says and asks by
// commands; of its own it has only what moves between two frames.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/flame_cull.h"
#include "ui/flame_text.h"
#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/painting.h"

namespace burnglass::ui {

// What lies under the pointer: one box, or a strip of so many.
struct Hover {
  Box box;
  std::uint32_t strip = 0;             // boxes in the strip; 0: it is a box
  std::int64_t strip_width = 0;        // of them together, in units of the graph
  Rect rect;                           // on screen
  TreeForm form = TreeForm::kTopDown;  // of its graph
  std::int64_t total = 0;              // what percentages are of
  std::int64_t parent_cum = 0;         // 0: it is the root
  TreeWidth width = TreeWidth::kBoth;  // of its graph
};

// One graph of the active profile, how it is seen, and where.
struct FlameScene {
  const Answers* answers = nullptr;  // with a graph
  const ViewState* view = nullptr;
  TreeForm form = TreeForm::kTopDown;
  FlameBatch batch = FlameBatch::kGraph;
  std::string_view id = "graph";
  Rect area;   // with its margin, where the pointer pans
  Rect graph;  // boxes
  float row = 18;
  double scroll = 0;
  bool root_at_bottom = false;
  TreeWidth width = TreeWidth::kBoth;  // which side of a difference is as wide as the boxes
  std::uint32_t lit = kNoBox;          // a box that is under the pointer in another graph
};

// The whole flame graph in the middle of the window.
FlameScene MainScene(const Session& session, const Layout& layout);

class FlameView {
 public:
  explicit FlameView(Painting& painting) : painting_(painting) {}

  // Draws the graph and takes its gestures.
  void Draw(Frame& frame, const FlameScene& scene);

  // Of the frame just drawn. No hover while the picture is dragged.
  const std::optional<Hover>& hovered() const { return hovered_; }
  const Viewport& viewport() const { return viewport_; }
  const CullInput& input() const { return input_; }
  std::size_t boxes() const { return seen_.size(); }
  // Where the selected box was drawn, if it was.
  std::optional<Rect> SelectedRect(const Session& session) const;
  // The boxes of the last frame, if its profile is still in front.
  void Record(Snapshot& snapshot, const Session& session) const;

  // Pinched by two fingers since the last frame.
  void Pinch(Point at, float factor) { pinch_at_ = at, pinch_ *= factor; }

  // A gesture has moved the window, which then does not glide there. Who draws several graphs over
  // one window tells the others.
  bool by_hand() const { return by_hand_; }
  void SetByHand(bool by_hand) { by_hand_ = by_hand; }

  // Another device: everything is made anew.
  void Forget() { made_for_.clear(); }

 private:
  bool IsMain() const { return scene_.batch == FlameBatch::kGraph; }
  // Of one side, or of a function's callers or callees.
  bool IsSide() const { return scene_.width != TreeWidth::kBoth && !IsMain(); }
  Window MovedWindow(Frame& frame, const OpenProfile& profile, double whole);
  void MakeIfNeeded(Frame& frame, const OpenProfile& profile, const Flame& flame, bool moved);
  void Make(Frame& frame, const OpenProfile& profile, const Flame& flame);
  void MakeHitTicks(const OpenProfile& profile, const Flame& flame, const Search* search);
  void TakePointer(Frame& frame, const Flame& flame);
  void TakeDrag(Frame& frame);
  void TakeWheel(Frame& frame, const Rect& area, bool hovered);
  std::optional<Hover> Pick(Point at) const;
  void DrawBatch(Frame& frame, const OpenProfile& profile, const Rect& area);
  void DrawMarks(Frame& frame) const;
  std::string BoxText(const OpenProfile& profile, const Box& box) const;

  Painting& painting_;
  FlameScene scene_;  // its pointers are of the frame being drawn
  CullInput input_;
  Viewport viewport_;
  std::int64_t total_ = 0;
  std::string made_for_;  // profile, query, density: what seen_ and labels_ were made of
  std::int64_t made_least_ = 0;
  std::vector<SeenBox> seen_;
  std::vector<FlameLabel> labels_;
  std::string ticks_for_;
  std::vector<Rect> ticks_;
  std::optional<Hover> hovered_;

  // The way from one window to the next.
  ProfileId shown_profile_ = 0;
  std::string shown_query_;
  Window from_, to_;
  double moving_since_ = -1;
  bool by_hand_ = false;  // the next change comes from a gesture: no animation

  Point dragged_;  // how far the picture has followed the pointer since it was pressed
  Point pinch_at_;
  float pinch_ = 1;
};

}  // namespace burnglass::ui
