#include "ui/flame_text.h"

#include "session/numbers.h"
#include "ui/flame_labels.h"

namespace burnglass::ui {
namespace {

constexpr float kLeft = 5, kRight = 6, kFigureFrom = 210, kFigureGap = 10;
constexpr float kTick = 2;

Rgba LabelColour(const Theme& theme, const PaintedBox& box, const Search* search) {
  if (search && search->Matches(box.name)) return theme.on_accent;
  return search || (box.flags & kPaintAncestor) ? theme.flame_dim : theme.flame_text;
}

}  // namespace

std::vector<FlameLabel> MakeLabels(const Pen& pen, const Names& names,
                                   const std::vector<SeenBox>& seen, std::int64_t total) {
  std::vector<FlameLabel> labels;
  const float advance = pen.Width(kBoxLabel, "0");
  for (std::uint32_t i = 0; i < seen.size(); ++i) {
    const PaintedBox& box = seen[i].painted;
    float room = box.w - kLeft - kRight / 2;
    if (seen[i].strip() || room < advance * kLeastLabel) continue;
    FlameLabel label{i, {}, {}};
    if (box.w >= kFigureFrom) {
      label.figure = PercentText(seen[i].box.cum, total);
      room -= pen.Width(kBoxLabel, label.figure) + kFigureGap;
    }
    label.text = ChooseLabel(names, box.name, static_cast<std::size_t>(room / advance));
    if (!label.text.empty()) labels.push_back(std::move(label));
  }
  return labels;
}

void DrawLabels(Frame& frame, const std::vector<FlameLabel>& labels,
                const std::vector<SeenBox>& seen, const Search* search) {
  for (const FlameLabel& label : labels) {
    const PaintedBox& box = seen[label.seen].painted;
    const Rect in{box.x + kLeft, box.y, box.w - kLeft - kRight, box.h};
    const Rgba colour = LabelColour(frame.theme, box, search);
    frame.pen.Text(in, kBoxLabel, colour, label.text);
    frame.pen.Text(in, kBoxLabel, colour, label.figure, Align::kRight);
  }
}

std::vector<Rect> MakeTicks(const Flame& flame, const CullInput& input,
                            const std::vector<SeenBox>& seen, const Search& search) {
  std::vector<Rect> ticks;
  for (const SeenBox& box : seen) {
    if (!box.strip() && box.painted.w >= kTick) continue;
    float free_from = box.painted.x - kTick;
    for (std::uint32_t place = box.places.begin; place < box.places.end; ++place) {
      const std::uint32_t index = flame.At(place);
      if (!search.Matches(flame.name(index))) continue;
      const float x = std::max(input.area.x, static_cast<float>(PxOf(input, flame.x(index))));
      if (x < free_from || x > input.area.right()) continue;
      ticks.push_back({x, box.painted.y, kTick, box.painted.h});
      free_from = x + kTick;
    }
  }
  return ticks;
}

}  // namespace burnglass::ui
