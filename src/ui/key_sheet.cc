#include "ui/key_sheet.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "session/keys.h"
#include "ui/button.h"
#include "ui/scroll.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 912, kPad = 26, kRow = 26, kHeadRow = 34, kTop = 54;
constexpr float kColumn = 264, kColumnGap = 30, kWordsAt = 112;

struct Column {
  KeyGroup groups[2];
  int count;
};
// Three columns, so that they are about equally long.
constexpr Column kColumns[] = {{{KeyGroup::kMoving, KeyGroup::kLooking}, 2},
                               {{KeyGroup::kFinding, KeyGroup::kFinding}, 1},
                               {{KeyGroup::kFiling, KeyGroup::kFiling}, 1}};

int LinesOf(KeyGroup group) {
  int lines = 0;
  for (const KeyBinding& key : KeyTable()) lines += key.group == group && !key.caps.empty() ? 1 : 0;
  return lines;
}

float HeightOf(const Column& column) {
  float height = 0;
  for (int i = 0; i < column.count; ++i) {
    height += kHeadRow + static_cast<float>(LinesOf(column.groups[i])) * kRow + 8;
  }
  return height;
}

// Every part goes to the shortest of `columns`: calls take(part, column, y) with y from 0. Returns
// the height of all.
template <typename Take>
float Arrange(int columns, Take&& take) {
  std::vector<float> ends(static_cast<std::size_t>(columns), 0.0f);
  for (const Column& part : kColumns) {
    const auto shortest = std::min_element(ends.begin(), ends.end());
    take(part, static_cast<int>(shortest - ends.begin()), *shortest);
    *shortest += HeightOf(part);
  }
  return *std::max_element(ends.begin(), ends.end());
}

float DrawGroup(Frame& frame, const Rect& at, KeyGroup group) {
  Rect rest{at.x, at.y, at.w, 10000};
  const Rect head = CutTop(rest, kHeadRow);
  frame.pen.Text({head.x, head.y, head.w, head.h - 8}, kSmall, frame.theme.text2, GroupName(group));
  frame.pen.HLine(head.x, head.bottom() - 8, head.w, frame.theme.line);
  for (const KeyBinding& key : KeyTable()) {
    if (key.group != group || key.caps.empty()) continue;
    const Rect line = CutTop(rest, kRow);
    const float caps = KeyCaps(frame, line.x, line.middle_y(), key.caps);
    const float words = std::max(kWordsAt, caps + 10);
    frame.pen.TextFit({line.x + words, line.y, line.w - words, line.h}, kBody, frame.theme.text2,
                      key.words);
    frame.snapshot.Add(Role::kLabel, key.words, key.caps, line);
  }
  return rest.y - at.y + 8;
}

}  // namespace

void DrawKeySheet(Frame& frame, const Rect& screen) {
  const float width = std::min(kWidth, screen.w - 24);
  const int columns =
      std::clamp(static_cast<int>((width - 2 * kPad + kColumnGap) / (kColumn + kColumnGap)), 1, 3);
  const float content = Arrange(columns, [](const Column&, int, float) {});
  const float height = std::min(kTop + content + 12, screen.h - 24);
  const Rect sheet = Centred(screen, width, height);
  Layer(frame, "keys", screen, [&] {
    frame.pen.Fill(screen, frame.theme.veil);
    frame.pen.Fill({sheet.x, sheet.bottom(), sheet.w, 2}, frame.theme.shade);
    frame.pen.Fill(sheet, frame.theme.raised, 6);
    frame.pen.Outline(sheet, frame.theme.line2, 1, 6);
    Rect rest = sheet.Inset(kPad, 0);
    const Rect head = CutTop(rest, kTop);
    frame.pen.Text(head, kHead, frame.theme.text, "Keys");
    const float caps = KeyCapsWidth(frame, "Esc");
    KeyCaps(frame, head.right() - caps, head.middle_y(), "Esc");
    static ScrollState scroll;  // there is one sheet
    const Rect region{rest.x, rest.y, rest.w + 16, rest.h};
    Scroll(frame, "keys", region, content, scroll);
    const Clip clip(frame, region);
    const float each =
        (rest.w - kColumnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Arrange(columns, [&](const Column& part, int column, float y) {
      y += rest.y - scroll.offset;
      const float x = rest.x + static_cast<float>(column) * (each + kColumnGap);
      for (int i = 0; i < part.count; ++i) {
        y += DrawGroup(frame, {x, y, each, 0}, part.groups[i]);
      }
    });
    if (ImGui::IsMouseClicked(0) && !sheet.Contains(frame.pointer)) frame.Do(Verb::kDismiss);
  });
}

}  // namespace burnglass::ui
