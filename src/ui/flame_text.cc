#include "ui/flame_text.h"

#include <algorithm>

#include "ui/flame_labels.h"

namespace burnglass::ui {
namespace {

constexpr float kLeft = 5, kRight = 6, kFigureFrom = 210, kFigureGap = 10;
constexpr float kTick = 2, kPixel = 1;

Rgba LabelColour(const Theme& theme, const PaintedBox& box, const Search* search) {
  if (search && search->Matches(box.name)) return theme.on_accent;
  return search || (box.flags & kPaintAncestor) ? theme.flame_dim : theme.flame_text;
}

// Ticks of one row from the left, none over another; those between which no pixel is free are one.
class TickRow {
 public:
  TickRow(const CullInput& input, std::vector<Rect>& ticks) : input_(input), ticks_(ticks) {}

  void Add(std::int64_t unit, float y, float h) {
    const float left = input_.area.x, right = input_.area.right() - kTick;
    const auto at = static_cast<float>(PxOf(input_, unit));
    const float x = std::clamp(at, left, std::max(left, right));
    if (x < free_from_ || at > input_.area.right()) return;
    if (ticks_.size() > first_ && x - free_from_ < kPixel) {
      ticks_.back().w = x + kTick - ticks_.back().x;
    } else {
      ticks_.push_back({x, y, kTick, h});
    }
    free_from_ = x + kTick;
  }

 private:
  const CullInput& input_;
  std::vector<Rect>& ticks_;
  const std::size_t first_ = ticks_.size();
  float free_from_ = input_.area.x - kTick;
};

}  // namespace

std::vector<FlameLabel> MakeLabels(const Pen& pen, const Names& names,
                                   const std::vector<SeenBox>& seen,
                                   const std::function<std::string(const Box&)>& figure) {
  std::vector<FlameLabel> labels;
  const float advance = pen.Width(kBoxLabel, "0");
  for (std::uint32_t i = 0; i < seen.size(); ++i) {
    const PaintedBox& box = seen[i].painted;
    float room = box.w - kLeft - kRight / 2;
    if (seen[i].strip() || room < advance * kLeastLabel) continue;
    FlameLabel label{i, {}, {}};
    if (box.w >= kFigureFrom) {
      label.figure = figure(seen[i].box);
      if (!label.figure.empty()) room -= pen.Width(kBoxLabel, label.figure) + kFigureGap;
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
    TickRow row(input, ticks);
    for (std::uint32_t place = box.places.begin; place < box.places.end; ++place) {
      const std::uint32_t index = flame.At(place);
      if (search.Matches(flame.name(index))) {
        row.Add(flame.x(index), box.painted.y, box.painted.h);
      }
    }
  }
  return ticks;
}

void AddLeftOutTicks(const CullInput& in, const Search& search, std::vector<Rect>& ticks) {
  const auto depth = search.narrow_depth();
  const auto x = search.narrow_x();
  for (std::size_t i = 0; i < depth.size();) {
    const std::uint32_t row = depth[i] / in.row_step * in.row_step;
    const float top = RowTop(in, row);
    const bool seen = top + in.row > in.area.y && top < in.area.bottom();
    TickRow ticks_of_row(in, ticks);
    for (const std::uint32_t now = depth[i]; i < depth.size() && depth[i] == now; ++i) {
      if (seen && now == row) ticks_of_row.Add(x[i], top, in.row - in.gap);
    }
  }
}

void JoinTicks(std::vector<Rect>& ticks) {
  std::sort(ticks.begin(), ticks.end(),
            [](const Rect& a, const Rect& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
  std::size_t joined = 0;
  for (const Rect& tick : ticks) {
    Rect* last = joined > 0 ? &ticks[joined - 1] : nullptr;
    if (last && last->y == tick.y && last->h == tick.h && tick.x - last->right() < kPixel) {
      last->w = std::max(last->right(), tick.right()) - last->x;
    } else {
      ticks[joined++] = tick;
    }
  }
  ticks.resize(joined);
}

}  // namespace burnglass::ui
