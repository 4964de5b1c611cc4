#include "ui/goroutine_ids.h"

#include <algorithm>

#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kIdLine = 18, kTextLine = 16, kPad = 8, kGap = 8;
constexpr std::uint8_t kSame = 1, kMoved = 2;  // as GoroutineAnswer's stayed

// Which of the row's goroutines is shown.
std::size_t ShownIndex(const OpenProfile& profile, const GoroutineStack& stack) {
  const auto ids = stack.ids();
  const auto found = std::find(ids.begin(), ids.end(), profile.goroutines.id);
  return found == ids.end() ? 0 : static_cast<std::size_t>(found - ids.begin());
}

void Show(Frame& frame, std::int64_t id) {
  frame.Do({.verb = Verb::kGoroutine, .text = std::to_string(id)});
}

// A way to the one before or behind.
void DrawStep(Frame& frame, const Rect& place, const GoroutineStack& stack, std::size_t at,
              int step) {
  const auto to = static_cast<std::ptrdiff_t>(at) + step;
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(stack.ids().size())) return;
  const std::string_view name = step < 0 ? "previous goroutine" : "next goroutine";
  const Icon icon = step < 0 ? Icon::kChevronLeft : Icon::kChevronRight;
  if (IconButton(frame, place, name, icon, name)) {
    Show(frame, stack.ids()[static_cast<std::size_t>(to)]);
  }
}

// Lines of the text; those that are indented in the file are so here.
float EachLine(std::string_view text, const auto& draw) {
  float height = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const float indent = line.starts_with('\t') ? 14 : 0;
    if (indent > 0) line.remove_prefix(1);
    height += draw(line, indent, height);
  }
  return height;
}

}  // namespace

void DrawGoroutineText(Frame& frame, Rect& rest, const GoroutineStack& stack) {
  const Theme& t = frame.theme;
  const std::size_t at = ShownIndex(*frame.session.active(), stack);
  const std::string* text = frame.session.ShownGoroutineText();
  Rect head = CutTop(rest, 26);
  const ButtonSpec copy{.id = "copy goroutine",
                        .label = "Copy",
                        .icon = Icon::kCopy,
                        .look = ButtonLook::kQuiet,
                        .name = "copy the goroutine's text"};
  const Rect button = CutRight(head, ButtonWidth(frame, copy));
  if (Button(frame, button, copy) && text) frame.Do({.verb = Verb::kCopy, .text = *text});
  DrawStep(frame, CutRight(head, 26), stack, at, 1);
  DrawStep(frame, CutRight(head, 26), stack, at, -1);
  const std::string title = "Goroutine " + std::to_string(stack.ids()[at]) + ", as printed";
  frame.pen.TextFit(head, kTiny, t.text3, title);
  if (!text) return;
  const float width = rest.w - 2 * kPad;
  const float height = EachLine(*text, [&](std::string_view line, float indent, float) {
    return std::max(kTextLine,
                    frame.pen.ParagraphHeight(width - indent, kBoxLabel, line, kTextLine));
  });
  const Rect box = CutTop(rest, height + 2 * kPad);
  frame.pen.Fill(box, t.sunk, 4);
  frame.pen.Outline(box, t.line, 1, 4);
  EachLine(*text, [&](std::string_view line, float indent, float y) {
    const Rect in{box.x + kPad + indent, box.y + kPad + y, width - indent, kTextLine};
    const Rgba ink = indent > 0 ? t.text3 : t.text;
    return std::max(kTextLine, frame.pen.Paragraph(in, kBoxLabel, ink, line, kTextLine));
  });
  frame.snapshot.Add(Role::kLabel, "goroutine text", *text, box);
  CutTop(rest, 12);
}

void DrawGoroutineIds(Frame& frame, const Rect& panel, Rect& rest, const GoroutineStack& stack,
                      bool joined) {
  const Theme& t = frame.theme;
  const auto ids = stack.ids();
  const std::string head = CountText(static_cast<std::int64_t>(ids.size())) +
                           (ids.size() == 1 ? " goroutine id" : " goroutine ids") +
                           (joined ? " · bold: in both dumps" : "");
  frame.pen.TextFit(CutTop(rest, 20), kTiny, t.text3, head);
  const std::int64_t longest = *std::max_element(ids.begin(), ids.end());
  const float width = frame.pen.Width(kBoxName, std::to_string(longest)) + kGap;
  const auto columns = static_cast<std::size_t>(std::max(1.0f, rest.w / width));
  const std::size_t lines = (ids.size() + columns - 1) / columns;
  const Rect all = CutTop(rest, static_cast<float>(lines) * kIdLine);
  const std::size_t shown = ShownIndex(*frame.session.active(), stack);
  const float above = std::max(0.0f, (panel.y - all.y) / kIdLine);
  for (auto line = static_cast<std::size_t>(above); line < lines; ++line) {
    const float y = all.y + static_cast<float>(line) * kIdLine;
    if (y > panel.bottom()) break;
    for (std::size_t i = line * columns; i < std::min(ids.size(), (line + 1) * columns); ++i) {
      const Rect place{all.x + static_cast<float>(i % columns) * width, y, width - 2, kIdLine};
      const Press press = Pressable(frame, "goroutine id", i, place);
      const bool both = stack.stayed()[i] == kSame || stack.stayed()[i] == kMoved;
      if (i == shown || press.hovered) {
        frame.pen.Fill({place.x - 3, place.y, place.w, place.h}, i == shown ? t.sel : t.hover, 3);
      }
      if (press.hovered) frame.cursor = Cursor::kHand;
      const std::string id = std::to_string(ids[i]);
      frame.pen.Text(place, both ? kBoxName : kBoxLabel, both ? t.text : t.text2, id);
      frame.snapshot.Add(
          Role::kButton, "goroutine " + id, both ? "in both dumps" : "", place,
          static_cast<std::uint8_t>((i == shown ? kSelected : 0) | (press.hovered ? kHovered : 0)));
      if (press.clicked) Show(frame, ids[i]);
    }
  }
  CutTop(rest, 8);
}

}  // namespace burnglass::ui
