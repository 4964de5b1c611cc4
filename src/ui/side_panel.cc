#include "ui/side_panel.h"

#include <imgui.h>

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/selected_panel.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 32, kPad = 12, kLeastTable = 150;

}  // namespace

void DrawTopHead(Frame& frame, const Rect& head) {
  Rect rest = head.Inset(kPad, 0);
  CutLeft(rest, frame.pen.Text(rest, kPanelHead, frame.theme.text, "Top"));
  CutLeft(rest, 8);
  const Top* top = frame.session.ShownTop();
  if (top) {
    const bool part = top->size() != top->all_rows();
    const std::string count =
        part ? CountText(static_cast<std::int64_t>(top->size())) + " of " : std::string();
    const std::string text = count + CountText(top->all_rows()) + " functions";
    const float width = frame.pen.Text(rest, kSmall, frame.theme.text3, text);
    frame.snapshot.Add(Role::kLabel, "functions", text, {rest.x, rest.y, width, rest.h});
  }
  if (top) {
    const Rect save = CutRight(rest, 28);
    if (IconButton(frame, {save.x + 6, save.middle_y() - 14, 28, 28}, "save", Icon::kDrop,
                   "save the table as CSV")) {
      frame.Do(Verb::kSaveTable);
    }
    const Rect copy = CutRight(rest, 28);
    if (IconButton(frame, {copy.x + 6, copy.middle_y() - 14, 28, 28}, "copy table", Icon::kCopy,
                   "copy the table")) {
      frame.Do(Verb::kCopyTable);
    }
    CutRight(rest, 4);
  }
  if (!frame.session.ShownSearch()) return;
  const ButtonSpec spec{.id = "matches only",
                        .label = "Matches only",
                        .icon = frame.session.look().matches_only ? Icon::kCheck : Icon::kNone,
                        .look = ButtonLook::kOutlined,
                        .selected = frame.session.look().matches_only};
  const Rect place = CutRight(rest, ButtonWidth(frame, spec));
  if (Button(frame, {place.x, place.middle_y() - 11, place.w, 22}, spec)) {
    frame.Do(Verb::kMatchesOnly);
  }
}

void SidePanel::Draw(Frame& frame, const Layout& layout, TopTable& table) {
  TakeEdge(frame, layout);
  const Rect& area = layout.side;
  frame.pen.Fill(area, frame.theme.panel);
  frame.pen.VLine(area.x, area.y, area.h, frame.theme.line);
  Rect rest = area;
  CutLeft(rest, 1);
  const OpenProfile& profile = *frame.session.active();
  const bool diff = profile.IsDiff();
  const bool wanted = !diff || profile.view.selected_name.has_value();
  const bool room = rest.h >= kSelectedHeight + kLeastTable;
  if (room && wanted) DrawSelected(frame, CutBottom(rest, kSelectedHeight));
  if (diff) return changes_.Draw(frame, rest, layout.table_row);
  DrawTopHead(frame, CutTop(rest, kHeadHeight));
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  table.Draw(frame, rest, layout.table_row, true);
}

// The left edge is dragged; a double click on it hides the panel.
void SidePanel::TakeEdge(Frame& frame, const Layout& layout) {
  if (layout.form != Form::kWide) return;
  const Rect edge{layout.side.x - 4, layout.side.y, 9, layout.side.h};
  const Press press = Pressable(frame, "side edge", edge);
  if (press.hovered || press.held) frame.cursor = Cursor::kResizeColumn;
  if (press.double_clicked) return frame.Do(Verb::kSidePanel);
  if (!press.held) {
    grabbed_ = frame.pointer.x - layout.side.x;
    return;
  }
  if (!Dragged(frame)) return;
  const float right = layout.side.right();
  width_ = std::clamp(right - (frame.pointer.x - grabbed_), kSideLeast, kSideMost);
}

}  // namespace burnglass::ui
