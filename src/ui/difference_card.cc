// What a box of a difference says when the pointer is on it: A, B, and by how much they differ.
#include "ui/difference_card.h"
#include "session/numbers.h"
#include "ui/difference.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 14, kLine = 22;

struct Figure {
  std::string_view word;
  std::string value, share;
  Rgba colour;
};

std::string Share(std::int64_t value, std::int64_t total) { return PercentText(value, total); }

std::vector<Figure> FiguresOf(const Theme& theme, const OpenProfile& profile,
                              const Difference& difference, const Hover& hover) {
  const BothSides of = difference.Of(hover.box, hover.width);
  const std::string& unit = profile.Type().unit;
  const bool significant = difference.Significant(hover.box.name);
  std::vector<Figure> figures;
  if (profile.HasSides()) {
    const pb::ChangesAnswer& facts = difference.table().facts();
    figures.push_back(
        {"A, before", ValueText(of.a, unit), Share(of.a, facts.total_a()), theme.text});
    figures.push_back(
        {"B, after", ValueText(of.b, unit), Share(of.b, facts.total_b()), theme.text});
  }
  const std::int64_t change = hover.box.cum;
  std::string word = PointsText(difference.Points(change));
  if (profile.HasSides() && of.a == 0) word = "new";
  if (profile.HasSides() && of.b == 0) word = "gone";
  figures.push_back(
      {"difference", SignedText(change, unit), word, DiffText(theme, change, significant)});
  return figures;
}

// What is known of all boxes of the function.
std::string FunctionText(const OpenProfile& profile, const Difference& difference, NameId name) {
  const auto row = difference.table().Find(name);
  if (!row) return "the function costs as much as before";
  const std::string& unit = profile.Type().unit;
  return "in all its boxes " + SignedText(row->cum.b - row->cum.a, unit) + " cum, " +
         (row->significant ? "beyond noise" : "within noise");
}

}  // namespace

DifferenceText DescribeDifference(const OpenProfile& profile, const Difference& difference,
                                  const Hover& hover) {
  DifferenceText text;
  for (const Figure& figure : FiguresOf({}, profile, difference, hover)) {
    if (!text.figures.empty()) text.figures += ", ";
    text.figures.append(figure.word).append(" ").append(figure.value);
    if (!figure.share.empty()) text.figures += " (" + figure.share + ")";
  }
  text.function = FunctionText(profile, difference, hover.box.name);
  return text;
}

float DifferenceCardHeight(const OpenProfile& profile) {
  return 2 * 11 + 20 + 20 + 8 + kLine * (profile.HasSides() ? 3 : 1) + 10 + 22;
}

void DrawDifferenceCard(Frame& frame, const Rect& card, const Difference& difference,
                        const Hover& hover) {
  const OpenProfile& profile = *frame.session.active();
  Rect rest = card.Inset(kPad, 11);
  DrawName(frame, CutTop(rest, 20), kCardName, profile.names, hover.box.name, frame.theme.text,
           frame.theme.text);
  const std::string place = PlaceText(profile.names, hover.box.name);
  frame.pen.TextFit(CutTop(rest, 20), kBoxLabel, frame.theme.text3, place);
  CutTop(rest, 8);
  for (const Figure& figure : FiguresOf(frame.theme, profile, difference, hover)) {
    const Rect line = CutTop(rest, kLine);
    frame.pen.Text(line, kSmall, frame.theme.text2, figure.word);
    frame.pen.Text({line.x, line.y, line.w - 90, line.h}, kTable, figure.colour, figure.value,
                   Align::kRight);
    frame.pen.Text(line, kTable, figure.colour, figure.share, Align::kRight);
  }
  CutTop(rest, 4);
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  CutTop(rest, 4);
  const DifferenceText text = DescribeDifference(profile, difference, hover);
  frame.pen.TextFit(CutTop(rest, 20), kSmall, frame.theme.text2, text.function);
  frame.snapshot.Add(
      Role::kLabel, "card",
      std::string(profile.names.Full(hover.box.name)) + "; " + text.figures + "; " + text.function,
      card);
}

}  // namespace burnglass::ui
