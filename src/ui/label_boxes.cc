#include "ui/label_boxes.h"

#include <cmath>

#include "ui/colouring.h"

namespace burnglass::ui {
namespace {

constexpr float kMark = 9, kMostValue = 140;

// What the legend speaks of: in the callers view both graphs have the same values.
const LabelColours* LegendOf(const Frame& frame) {
  const OpenProfile& profile = *frame.session.active();
  if (frame.session.look().view == View::kCallers) {
    return profile.pivot.callers ? ShownLabelColours(frame, *profile.pivot.callers) : nullptr;
  }
  return profile.shown ? ShownLabelColours(frame, *profile.shown) : nullptr;
}

}  // namespace

const LabelColours* ShownLabelColours(const Frame& frame, const Answers& answers) {
  const OpenProfile* profile = frame.session.active();
  const bool by_label = frame.session.ShownColourBy() == ColourBy::kLabel;
  if (!profile || profile->IsDiff() || !by_label) return nullptr;
  return answers.FindColours(frame.session.look().colour_label);
}

void ColourByLabel(std::vector<SeenBox>& boxes, const Frame& frame, const Answers& answers) {
  const LabelColours* labels = ShownLabelColours(frame, answers);
  if (!labels) return;
  const std::size_t names = frame.session.active()->names.size();
  for (SeenBox& box : boxes) {
    const std::uint32_t node = box.box.node;
    const auto value = labels->ColourOf(node);
    if (box.strip() || box.box.depth == 0 || !value) continue;
    const std::size_t index = LabelFillIndex(*labels, names, *value, labels->ShareOf(node));
    box.painted.flags |= static_cast<std::uint32_t>(index + 1) << kPaintColourShift;
  }
}

std::string LabelColouringKey(const Frame& frame, const Answers& answers) {
  if (frame.session.ShownColourBy() != ColourBy::kLabel) return {};
  return (ShownLabelColours(frame, answers) ? " by " : " will be by ") +
         frame.session.look().colour_label;
}

void DrawLabelLegend(Frame& frame, Rect& rest) {
  const LabelColours* labels = LegendOf(frame);
  const Rect whole = rest;
  const Theme& t = frame.theme;
  const std::string& key = frame.session.look().colour_label;
  std::string said = key;
  const float key_width = std::min(frame.pen.Width(kSmall, key + ":"), 120.0f) + 8;
  // From the left, so that the largest stand first however many there are.
  std::vector<std::pair<std::string, float>> words;
  float sum = key_width;
  for (std::size_t i = 0; labels && i < labels->size(); ++i) {
    std::string word = frame.pen.Fitted(kSmall, labels->Text(i), kMostValue);
    const float width = kMark + 5 + frame.pen.Width(kSmall, word) + 12;
    if (sum + width > whole.w) break;
    sum += width;
    words.emplace_back(std::move(word), width);
  }
  Rect line = CutRight(rest, std::min(sum, whole.w));
  const Rect place = line;
  frame.pen.TextFit(CutLeft(line, key_width), kSmall, t.text3, key + ":");
  for (std::size_t i = 0; i < words.size(); ++i) {
    Rect cell = CutLeft(line, words[i].second);
    const Rect mark = CutLeft(cell, kMark);
    frame.pen.Fill({mark.x, mark.middle_y() - kMark / 2, kMark, kMark}, LabelFill(t, *labels, i, 1),
                   1.5f);
    CutLeft(cell, 5);
    frame.pen.Text(cell, kSmall, t.text2, words[i].first);
    said += (i == 0 ? ": " : ", ") + labels->Text(i);
  }
  frame.snapshot.Add(Role::kLabel, "legend", said, place);
}

std::string LabelPartText(const Frame& frame, const Answers& answers, const Box& box) {
  const LabelColours* labels = ShownLabelColours(frame, answers);
  const auto value = labels ? labels->ColourOf(box.node) : std::nullopt;
  if (!value) return {};
  const int percent = static_cast<int>(std::lround(100 * labels->ShareOf(box.node)));
  return labels->key() + ": " + labels->Text(*value) + " " + std::to_string(percent) + " %";
}

}  // namespace burnglass::ui
