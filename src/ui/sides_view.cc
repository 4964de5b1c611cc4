#include "ui/sides_view.h"

#include "session/numbers.h"
#include "session/side_window.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 26, kMargin = 8, kBesideFrom = 860;

Box InSide(const Flame& side, const Box& box) {
  const std::uint32_t index = box ? side.Find(box.node) : kNoBox;
  return index == kNoBox ? Box{} : side[index];
}

// The whole's view as it is in one side.
ViewState ViewOfSide(const OpenProfile& profile, const Flame& side) {
  const ViewState& whole = profile.view;
  ViewState view;
  if (whole.window.width > 0) view.window = SideWindow(*profile.shown->flame, side, whole.window);
  view.target = InSide(side, whole.target);
  view.selected = InSide(side, whole.selected);
  view.selected_name = whole.selected_name;
  view.by_key = whole.by_key;
  return view;
}

void DrawSideHead(Frame& frame, Rect head, const OpenProfile& profile, const Flame& flame,
                  bool after) {
  CutLeft(head, kMargin + 4);
  const std::string letter = after ? "B" : "A";
  std::string name = after ? "after" : "before";
  if (profile.plan) {
    name = frame.session.SideTitle(*profile.plan, after);
  }
  CutLeft(head, frame.pen.Text(head, kSmallStrong, frame.theme.text, letter) + 6);
  const std::string text = name + " · " + ValueText(flame.width(), profile.Type().unit);
  const float width = frame.pen.TextFit(head, kSmall, frame.theme.text2, text);
  frame.snapshot.Add(Role::kLabel, "side " + letter, text, {head.x, head.y, width, head.h});
}

}  // namespace

const std::optional<Hover>& SidesView::hovered() const {
  return before_.hovered() ? before_.hovered() : after_.hovered();
}

void SidesView::Forget() {
  before_.Forget();
  after_.Forget();
}

void SidesView::Draw(Frame& frame, const Layout& layout) {
  drawn_ = false;
  const OpenProfile& profile = *frame.session.active();
  if (!profile.sides.before || !profile.sides.after) return;
  drawn_ = true;
  Rect rest = layout.graph_area;
  if (rest.w >= kBesideFrom) {
    DrawSide(frame, layout, CutLeft(rest, rest.w / 2), false);
    frame.pen.VLine(rest.x, rest.y, rest.h, frame.theme.line);
  } else {
    DrawSide(frame, layout, CutTop(rest, rest.h / 2), false);
    frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  }
  DrawSide(frame, layout, rest, true);
  const bool by_hand = before_.by_hand() || after_.by_hand();
  before_.SetByHand(by_hand);
  after_.SetByHand(by_hand);
}

void SidesView::DrawSide(Frame& frame, const Layout& layout, Rect area, bool after) {
  const OpenProfile& profile = *frame.session.active();
  const Answers& answers = after ? *profile.sides.after : *profile.sides.before;
  DrawSideHead(frame, CutTop(area, kHeadHeight), profile, *answers.flame, after);
  if (answers.flame->width() == 0) return;
  ViewState& view = views_[after ? 1 : 0];
  view = ViewOfSide(profile, *answers.flame);
  FlameView& graph = after ? after_ : before_;
  const std::optional<Hover>& other = (after ? before_ : after_).hovered();
  graph.Draw(frame,
             {.answers = &answers,
              .view = &view,
              .form = frame.session.look().inverted ? TreeForm::kInverted : TreeForm::kTopDown,
              .batch = after ? FlameBatch::kCallees : FlameBatch::kCallers,
              .id = after ? "after" : "before",
              .area = area,
              .graph = area.Inset(kMargin, 0),
              .row = layout.row,
              .scroll = profile.view.scroll,
              .root_at_bottom = frame.session.look().root_at_bottom,
              .width = after ? TreeWidth::kAfter : TreeWidth::kBefore,
              .lit = other && !other->strip ? other->box.node : kNoBox});
}

}  // namespace burnglass::ui
