#include "ui/guide.h"

#include <imgui.h>

#include "ui/button.h"
#include "ui/command_box.h"
#include "ui/guide_text.h"
#include "ui/icons.h"
#include "ui/scroll.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 780, kPad = 26, kTop = 54, kLine = 18, kBox = 30;

// Text that goes on, line by line; takes its height off `rest`.
void Words(Frame& frame, Rect& rest, const TextStyle& style, Rgba colour, std::string_view text) {
  CutTop(rest, frame.pen.Paragraph(rest, style, colour, text, kLine));
}

void DrawEntry(Frame& frame, Rect& rest, const GuideEntry& entry) {
  const Theme& t = frame.theme;
  frame.pen.HLine(rest.x, rest.y, rest.w, t.line);
  CutTop(rest, 12);
  frame.pen.Draw(KindIcon(entry.kind), {rest.x + 8, rest.y + 9}, 16, t.text3);
  Rect column = rest;
  CutLeft(column, 28);
  const float top = column.y;
  Words(frame, column, kPanelHead, t.text, entry.symptom);
  CutTop(column, 2);
  Words(frame, column, kBody, t.text2, entry.shows);
  CutTop(column, 6);
  DrawCommandBox(frame, CutTop(column, kBox), entry.kind, entry.command);
  CutTop(column, 6);
  Words(frame, column, kSmall, t.text3, entry.cannot);
  CutTop(column, 14);
  frame.snapshot.Add(Role::kRow, entry.symptom, entry.kind, {rest.x, top, rest.w, column.y - top});
  CutTop(rest, column.y - rest.y);
}

void DrawSteps(Frame& frame, Rect& rest) {
  const Theme& t = frame.theme;
  frame.pen.HLine(rest.x, rest.y, rest.w, t.line);
  CutTop(rest, 16);
  Words(frame, rest, kHead, t.text, "Lend profiles to yourself, not to the world");
  CutTop(rest, 10);
  int number = 1;
  for (const GuideStep& step : GuideSteps()) {
    frame.pen.Text({rest.x, rest.y, 20, kLine}, kPanelHead, t.text3, std::to_string(number));
    Rect column = rest;
    CutLeft(column, 28);
    Words(frame, column, kBody, t.text2, step.words);
    CutTop(column, 6);
    DrawCommandBox(frame, CutTop(column, kBox), std::to_string(number++), step.command);
    CutTop(column, 14);
    CutTop(rest, column.y - rest.y);
  }
}

}  // namespace

void DrawGuide(Frame& frame, const Rect& screen) {
  static float content = 1200;  // there is one sheet; how tall it is shows when it is drawn
  static ScrollState scroll;
  const float pad = screen.w < 600 ? 16 : kPad;
  const Rect sheet = Centred(screen, std::min(kWidth, screen.w - 16),
                             std::min(kTop + content + 12, screen.h - 24));
  Layer(frame, "guide", screen, [&] {
    frame.pen.Fill(screen, frame.theme.veil);
    frame.pen.Fill({sheet.x, sheet.bottom(), sheet.w, 2}, frame.theme.shade);
    frame.pen.Fill(sheet, frame.theme.raised, 6);
    frame.pen.Outline(sheet, frame.theme.line2, 1, 6);
    Rect rest = sheet.Inset(pad, 0);
    Rect head = CutTop(rest, kTop);
    const Rect close = CutRight(head, 28);
    if (IconButton(frame, {close.x + 4, close.middle_y() - 14, 28, 28}, "close guide", Icon::kClose,
                   "close the guide")) {
      frame.Do(Verb::kDismiss);
    }
    frame.pen.TextFit(head, kHead, frame.theme.text, "Which profile do I need?");
    const Rect region{rest.x, rest.y, rest.w + pad - 8, rest.h};
    Scroll(frame, "guide", region, content, scroll);
    const Clip clip(frame, region);
    Rect column{rest.x, rest.y - scroll.offset, rest.w, 1e6f};
    const float top = column.y;
    for (const GuideEntry& entry : GuideEntries()) DrawEntry(frame, column, entry);
    DrawSteps(frame, column);
    content = column.y - top;
    if (ImGui::IsMouseClicked(0) && !sheet.Contains(frame.pointer)) frame.Do(Verb::kDismiss);
  });
}

float GuideLink(Frame& frame, const Rect& line) {
  const ButtonSpec link{
      .id = "guide", .label = "Which profile do I need?", .look = ButtonLook::kLink};
  const float width = std::min(line.w, ButtonWidth(frame, link));
  if (Button(frame, {line.x, line.middle_y() - 11, width, 22}, link)) frame.Do(Verb::kGuide);
  return width;
}

}  // namespace burnglass::ui
