#include "ui/command_palette.h"

#include <imgui.h>

#include <algorithm>

#include "ui/button.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 580, kTop = 96, kFieldHeight = 46, kRow = 34, kTouchRow = 44, kFoot = 30;
constexpr std::size_t kMostRows = 9;

Icon IconOf(const Action& action) {
  switch (action.kind) {
    case ActionKind::kView:
      return Icon::kPanel;
    case ActionKind::kFilter:
      return Icon::kPlus;
    case ActionKind::kSampleType:
      return Icon::kTable;
    case ActionKind::kProfile:
      return KindIcon(action.detail);
    case ActionKind::kFunction:
      return Icon::kFlame;
    case ActionKind::kVerb:
      break;
  }
  switch (action.command.verb) {
    case Verb::kFocus:
    case Verb::kZoomToSelected:
      return Icon::kZoom;
    case Verb::kHide:
    case Verb::kOnlyMyCode:
      return Icon::kHide;
    case Verb::kUndo:
      return Icon::kUndo;
    case Verb::kFind:
      return Icon::kSearch;
    case Verb::kTheme:
      return Icon::kSun;
    case Verb::kOpenFiles:
      return Icon::kOpen;
    case Verb::kSaveTable:
      return Icon::kDrop;
    case Verb::kCopyName:
    case Verb::kCopyStack:
    case Verb::kCopyRow:
    case Verb::kCopyTable:
    case Verb::kCopyLink:
      return Icon::kCopy;
    default:
      return Icon::kPrompt;
  }
}

// The label with the letters that were found in bold amber; returns its width.
float DrawLabel(Frame& frame, Rect in, const Action& action) {
  const bool function = action.kind == ActionKind::kFunction;
  const TextStyle plain = function ? kCode : kBody;
  const TextStyle strong =
      function ? TextStyle{Face::kMono, 12, true} : TextStyle{Face::kSemiBold, 13};
  const float begin = in.x;
  const std::string_view label = action.label;
  for (std::size_t i = 0; i < label.size() && in.w > 0;) {
    const auto is_hit = [&](std::size_t at) {
      return std::binary_search(action.hit.begin(), action.hit.end(),
                                static_cast<std::uint32_t>(at));
    };
    const bool hit = is_hit(i);
    std::size_t end = i + 1;
    while (end < label.size() && is_hit(end) == hit) ++end;
    const TextStyle& style = hit ? strong : plain;
    const std::string part = frame.pen.Fitted(style, label.substr(i, end - i), in.w);
    CutLeft(in, frame.pen.Text(in, style, hit ? frame.theme.link : frame.theme.text, part));
    i = end;
  }
  return in.x - begin;
}

}  // namespace

void CommandPalette::Find(const Frame& frame) {
  const std::string& text = frame.session.look().palette_text;
  if (text == found_for_) return;
  found_for_ = text;
  found_ = FindActions(frame.session, text);
  frame.menu.at = 0;
  scroll_ = {};
}

void CommandPalette::Draw(Frame& frame, const Rect& screen) {
  Find(frame);
  const float row = frame.coarse ? kTouchRow : kRow;
  const float width = std::min(kWidth, screen.w - 16);
  const float top = std::min(kTop, screen.h * 0.12f);
  const float room = screen.h - top - kFieldHeight - kFoot - 24;
  const auto rows = static_cast<float>(std::clamp<std::size_t>(found_.size(), 1, kMostRows));
  const float list = std::min(rows * row, std::max(row, room)) + 8;
  const Rect sheet{(screen.w - width) / 2, top, width, kFieldHeight + list + kFoot};
  frame.search_field = frame.filter_field = {};
  Layer(frame, "palette", screen, [&] {
    frame.pen.Fill(screen, frame.theme.veil);
    frame.pen.Fill({sheet.x, sheet.bottom(), sheet.w, 2}, frame.theme.shade);
    frame.pen.Fill(sheet, frame.theme.raised, 6);
    frame.pen.Outline(sheet, frame.theme.line2, 1, 6);
    Rect rest = sheet;
    DrawField(frame, CutTop(rest, kFieldHeight));
    DrawFoot(frame, CutBottom(rest, kFoot));
    DrawRows(frame, rest.Inset(4, 4));
    if (ImGui::IsMouseClicked(0) && !sheet.Contains(frame.pointer)) frame.Do(Verb::kDismiss);
  });
}

void CommandPalette::DrawField(Frame& frame, const Rect& area) {
  frame.pen.HLine(area.x, area.bottom() - 1, area.w, frame.theme.line);
  frame.pen.Draw(Icon::kChevronRight, {area.x + 22, area.middle_y()}, 15, frame.theme.link);
  const float caps = KeyCapsWidth(frame, "Esc");
  KeyCaps(frame, area.right() - 15 - caps, area.middle_y(), "Esc");
  const Rect text{area.x + 40, area.middle_y() - 12, area.w - 40 - 24 - caps, 24};
  frame.palette_field = {text.x, text.y, text.w, text.h};
  frame.snapshot.Add(Role::kField, "find an action", frame.session.look().palette_text, area);
}

void CommandPalette::DrawRows(Frame& frame, const Rect& area) {
  const float row = frame.coarse ? kTouchRow : kRow;
  MenuState& state = frame.menu;
  if (state.fresh) state.at = 0, state.fresh = false, state.pointer = frame.pointer;
  const bool pressed = !state.keys.empty();
  const bool chosen = TakeMenuKeys(state, static_cast<int>(found_.size()));
  if (found_.empty()) {
    frame.pen.Text({area.x + 12, area.y, area.w, row}, kBody, frame.theme.text3,
                   "No action has these letters.");
    return;
  }
  const auto at = static_cast<std::size_t>(state.at);
  if (pressed) ScrollTo(scroll_, area, static_cast<float>(at) * row, row);
  Scroll(frame, "actions", area, static_cast<float>(found_.size()) * row, scroll_);
  const Clip clip(frame, area);
  const bool moved = frame.pointer.x != state.pointer.x || frame.pointer.y != state.pointer.y;
  state.pointer = frame.pointer;
  for (auto i = static_cast<std::size_t>(scroll_.offset / row); i < found_.size(); ++i) {
    const Rect line{area.x, area.y + static_cast<float>(i) * row - scroll_.offset, area.w, row};
    if (line.y >= area.bottom()) break;
    const Action& action = found_[i];
    const Press press = Pressable(frame, "action", i, line);
    if (press.hovered) frame.cursor = Cursor::kHand;
    if (press.hovered && moved) state.at = static_cast<int>(i);
    const bool current = static_cast<int>(i) == state.at;
    if (current) frame.pen.Fill(line, frame.theme.sel, 3);
    Rect rest = line.Inset(10, 0);
    const Rect icon = CutLeft(rest, 16);
    frame.pen.Draw(IconOf(action), {icon.middle_x(), icon.middle_y()}, 15,
                   current ? frame.theme.link : frame.theme.text3);
    CutLeft(rest, 11);
    if (!action.caps.empty() && !frame.coarse) {
      const float caps = KeyCapsWidth(frame, action.caps);
      KeyCaps(frame, rest.right() - caps, rest.middle_y(), action.caps);
      CutRight(rest, caps + 10);
    }
    CutLeft(rest, DrawLabel(frame, rest, action) + 11);
    frame.pen.TextFit(rest, kSmall, frame.theme.text3, action.detail);
    frame.snapshot.Add(Role::kMenuItem, action.label, action.detail, line, current ? kHovered : 0);
    if (press.clicked) Choose(frame, action);
  }
  if (chosen) Choose(frame, found_[at]);
}

void CommandPalette::DrawFoot(Frame& frame, const Rect& area) {
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  Rect rest = area.Inset(15, 0);
  const std::string count =
      std::to_string(found_.size()) + (found_.size() == 1 ? " line" : " lines");
  frame.pen.Text(rest, kSmall, frame.theme.text2, count, Align::kRight);
  CutLeft(rest, KeyCaps(frame, rest.x, rest.middle_y(), "↑ ↓") + 8);
  CutLeft(rest, frame.pen.Text(rest, kSmall, frame.theme.text2, "choose") + 16);
  CutLeft(rest, KeyCaps(frame, rest.x, rest.middle_y(), "Enter") + 8);
  frame.pen.Text(rest, kSmall, frame.theme.text2, "run");
}

// The palette closes first, so that what opens a sheet or a field keeps it.
void CommandPalette::Choose(Frame& frame, const Action& action) {
  frame.Do(Verb::kDismiss);
  if (action.command.verb != Verb::kPalette) frame.Do(action.command);
}

}  // namespace burnglass::ui
