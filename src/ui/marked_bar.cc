#include "ui/marked_bar.h"

#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kHeight = 36, kButton = 24;

}  // namespace

void DrawMarkedBar(Frame& frame, Rect& rest) {
  const std::size_t count = frame.session.active()->view.marked.size();
  if (count < 2) return;
  const Rect bar = CutBottom(rest, kHeight);
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.y, bar.w, frame.theme.line);
  Rect line = bar.Inset(12, 0);
  const std::string said = CountText(static_cast<std::int64_t>(count)) + " selected";
  const Rect word = CutLeft(line, frame.pen.Width(kSmallStrong, said));
  frame.pen.Text(word, kSmallStrong, frame.theme.text, said);
  frame.snapshot.Add(Role::kLabel, "marked", said, word);
  struct Entry {
    Verb verb;
    std::string_view id, label;
  };
  constexpr Entry kEntries[] = {{Verb::kFocus, "focus marked", "Focus all"},
                                {Verb::kIgnore, "ignore marked", "Ignore all"},
                                {Verb::kHide, "hide marked", "Hide all"},
                                {Verb::kClearMarks, "clear marked", "None"}};
  for (const Entry& entry : kEntries) {
    CutLeft(line, 8);
    const bool last = entry.verb == Verb::kClearMarks;
    const ButtonSpec spec{.id = entry.id,
                          .label = entry.label,
                          .look = last ? ButtonLook::kQuiet : ButtonLook::kOutlined};
    const Rect place = CutLeft(line, ButtonWidth(frame, spec));
    if (Button(frame, {place.x, place.middle_y() - kButton / 2, place.w, kButton}, spec)) {
      frame.Do(entry.verb);
    }
  }
}

}  // namespace burnglass::ui
