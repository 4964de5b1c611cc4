#include "ui/hover_card.h"

#include <imgui.h>

#include <vector>

#include "session/numbers.h"
#include "ui/difference_card.h"
#include "ui/label_boxes.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 372, kPad = 14, kGap = 12;
constexpr float kStripWidth = 236, kStripHeight = 62;

struct Figures {
  std::int64_t value = 0, total = 0, parent = 0;
};

struct FigureWords {
  std::string_view word;
  std::int64_t value = 0;
};

void Ground(Frame& frame, const Rect& card) {
  frame.pen.Fill({card.x, card.bottom(), card.w, 2}, frame.theme.shade);
  frame.pen.Fill(card, frame.theme.raised, 6);
  frame.pen.Outline(card, frame.theme.line2, 1, 6);
}

void FigureRow(Frame& frame, const Rect& line, std::string_view word, const Figures& figures,
               std::string_view unit) {
  const Theme& t = frame.theme;
  frame.pen.Text(line, kSmall, t.text2, word);
  const auto cell = [&](float right, std::string_view text, Rgba colour) {
    frame.pen.Text({line.x, line.y, right, line.h}, kTable, colour, text, Align::kRight);
  };
  cell(line.w - 154, ValueText(figures.value, unit), t.text);
  cell(line.w - 80, PercentText(figures.value, figures.total), t.text);
  cell(line.w, figures.parent != 0 ? PercentText(figures.value, figures.parent) : "–", t.text2);
}

void HeadRow(Frame& frame, const Rect& line) {
  const auto cell = [&](float right, std::string_view text) {
    frame.pen.Text({line.x, line.y, right, line.h}, kTiny, frame.theme.text3, text, Align::kRight);
  };
  cell(line.w - 154, "value");
  cell(line.w - 80, "of total");
  cell(line.w, "of parent");
}

// What all boxes of the function cost together.
std::string FunctionLine(const OpenProfile& profile, const Hover& hover) {
  const Top* totals = profile.shown->totals.get();
  const auto row = totals ? totals->RowOf(hover.box.name) : std::nullopt;
  if (!row) return {};
  const TopRow values = (*totals)[*row];
  const std::string cum = ValueText(values.cum, profile.Type().unit);
  // Callers and callees are a part of all boxes.
  if (hover.form == TreeForm::kCallers || hover.form == TreeForm::kCallees) {
    return cum + " cum in all stacks";
  }
  if (values.boxes == 1) return "the only box of this function";
  return cum + " in all " + CountText(values.boxes) + " boxes of this function";
}

// A box that grew from where stacks end has one number: of stacks that end like this their flat, of
// those that go through one function its cum.
std::vector<FigureWords> FiguresOf(const Hover& hover) {
  const Box& box = hover.box;
  switch (hover.form) {
    case TreeForm::kInverted:
      return {{"flat", box.cum}};
    case TreeForm::kCallers:
      return {{"cum", box.cum}};
    default:
      return {{"cum", box.cum}, {"flat", box.flat}};
  }
}

void DrawStripCard(Frame& frame, const Hover& hover, const Rect& bounds) {
  const OpenProfile& profile = *frame.session.active();
  const Rect card = PlaceCard(hover.rect, frame.pointer, kStripWidth, kStripHeight, bounds);
  Ground(frame, card);
  const std::string text = CountText(hover.strip) + " small boxes";
  const std::string value = ValueText(hover.strip_width, profile.Type().unit) + " together, " +
                            PercentText(hover.strip_width, hover.total);
  Rect rest = card.Inset(kPad, 12);
  frame.pen.Text(CutTop(rest, 18), kPanelHead, frame.theme.text, text);
  frame.pen.Text(CutTop(rest, 20), kSmall, frame.theme.text2, value);
  frame.snapshot.Add(Role::kLabel, "card", text + ": " + value, card);
}

std::string CardText(const Hover& hover, const OpenProfile& profile, const std::string& place,
                     const std::string& line) {
  std::string text = std::string(profile.names.Full(hover.box.name)) + "; " + place + "; ";
  for (const auto& [word, value] : FiguresOf(hover)) {
    text += std::string(word) + " " + ValueText(value, profile.Type().unit) + ", " +
            PercentText(value, hover.total) + " of total, " + PercentText(value, hover.parent_cum) +
            " of parent; ";
  }
  return text + line;
}

}  // namespace

Rect PlaceCard(const Rect& box, Point pointer, float w, float h, const Rect& bounds) {
  Rect card{pointer.x + kGap, box.bottom() + kGap, w, h};
  if (card.bottom() > bounds.bottom() && box.y - kGap - h >= bounds.y) card.y = box.y - kGap - h;
  if (card.right() > bounds.right()) card.x = pointer.x - kGap - w;
  card.x = std::clamp(card.x, bounds.x, std::max(bounds.x, bounds.right() - w));
  card.y = std::clamp(card.y, bounds.y, std::max(bounds.y, bounds.bottom() - h));
  return card;
}

void DrawHoverCard(Frame& frame, const Hover& hover, const Rect& bounds) {
  const Pen below = frame.pen;
  frame.pen = below.On(ImGui::GetForegroundDrawList());
  if (hover.strip) {
    DrawStripCard(frame, hover, bounds);
    frame.pen = below;
    return;
  }
  const OpenProfile& profile = *frame.session.active();
  if (const Difference difference(profile, *profile.shown); difference) {
    const float height = DifferenceCardHeight(profile);
    const Rect card =
        PlaceCard(hover.rect, frame.pointer, std::min(kWidth, bounds.w - 8), height, bounds);
    Ground(frame, card);
    DrawDifferenceCard(frame, card, difference, hover);
    frame.pen = below;
    return;
  }
  const Box& box = hover.box;
  const std::string place = PlaceText(profile.names, box.name);
  std::string line = FunctionLine(profile, hover);
  const bool main = hover.form == TreeForm::kTopDown || hover.form == TreeForm::kInverted;
  const std::string part = main ? LabelPartText(frame, *profile.shown, box) : "";
  if (!part.empty()) line = line.empty() ? part : part + ", " + line;
  const std::vector<FigureWords> figures = FiguresOf(hover);
  const float height = 84 + 22 * static_cast<float>(figures.size()) + (place.empty() ? 0 : 20) +
                       (line.empty() ? 0 : 38) - 8;
  const Rect card =
      PlaceCard(hover.rect, frame.pointer, std::min(kWidth, bounds.w - 8), height, bounds);
  Ground(frame, card);
  Rect rest = card.Inset(kPad, 0);
  CutTop(rest, 11);
  DrawName(frame, CutTop(rest, 20), kCardName, profile.names, box.name, frame.theme.text,
           frame.theme.text);
  if (!place.empty()) {
    frame.pen.TextFit(CutTop(rest, 20), kBoxLabel, frame.theme.text3, place);
  }
  CutTop(rest, 8);
  HeadRow(frame, CutTop(rest, 20));
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  CutTop(rest, 2);

  for (const auto& [word, value] : figures) {
    FigureRow(frame, CutTop(rest, 22), word, {value, hover.total, hover.parent_cum},
              profile.Type().unit);
  }
  if (!line.empty()) {
    CutTop(rest, 7);
    frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
    CutTop(rest, 3);
    Rect foot = CutTop(rest, 24);
    const Rect icon = CutLeft(foot, 20);
    frame.pen.Draw(Icon::kInfo, {icon.x + 7, icon.middle_y()}, 14, frame.theme.text2);
    const bool inlined = box.flags & kInlined;
    frame.pen.TextFit(foot, kSmall, frame.theme.text2, inlined ? line + ", inlined here" : line);
  }
  frame.snapshot.Add(Role::kLabel, "card", CardText(hover, profile, place, line), card);
  frame.pen = below;
}

}  // namespace burnglass::ui
