#include "ui/facts_view.h"

#include "ui/facts_text.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 720, kName = 150, kLine = 20, kGap = 8;

}  // namespace

void DrawFactsView(Frame& frame, const Rect& area, ScrollState& scroll) {
  const OpenProfile& profile = *frame.session.active();
  const auto facts = AllFacts(profile);
  const float width = std::min(kWidth, area.w - 32);
  const float content = 72 + static_cast<float>(facts.size()) * (kLine + kGap + 1) + 200;
  Scroll(frame, "facts", area, content, scroll);
  const Clip clip(frame, area);
  Rect rest{area.x + std::max(16.0f, (area.w - width) / 2), area.y + 24 - scroll.offset, width,
            1e6f};
  frame.pen.TextFit(CutTop(rest, 26), kTitle, frame.theme.text, profile.Title());
  CutTop(rest, 12);
  for (const auto& [name, value] : facts) {
    frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
    CutTop(rest, 1 + kGap / 2);
    const Rect line{rest.x, rest.y, rest.w, kLine};
    frame.pen.TextFit({line.x, line.y, kName - 8, line.h}, kBody, frame.theme.text3, name);
    const Rect column{line.x + kName, line.y, line.w - kName, line.h};
    const float height = frame.pen.Paragraph(column, kBody, frame.theme.text, value, kLine);
    frame.snapshot.Add(Role::kRow, name, value, {line.x, line.y, line.w, height});
    CutTop(rest, std::max(kLine, height) + kGap / 2);
  }
}

}  // namespace burnglass::ui
