#include "ui/legend.h"

#include <array>
#include <cstdio>

#include "ui/colouring.h"
#include "ui/growth_colours.h"

namespace burnglass::ui {
namespace {

constexpr float kMark = 9;

void DrawWord(Frame& frame, Rect& rest, std::string_view text) {
  const Rect word = CutRight(rest, frame.pen.Width(kSmall, text));
  frame.pen.Text(word, kSmall, frame.theme.text2, text);
  CutRight(rest, 6);
}

void DrawMark(Frame& frame, Rect& rest, Rgba colour) {
  const Rect mark = CutRight(rest, kMark);
  frame.pen.Fill({mark.x, mark.middle_y() - kMark / 2, kMark, kMark}, colour, 1.5f);
}

// The four classes; where the hue is a package's or a file's, in that of an ordinary one.
void DrawClasses(Frame& frame, Rect& rest, ColourBy by) {
  struct Entry {
    std::string_view word;
    NameClass name_class;
  };
  constexpr Entry kEntries[] = {{"runtime", NameClass::kRuntime},
                                {"std", NameClass::kStandard},
                                {"module", NameClass::kDependency},
                                {"own", NameClass::kOwn}};
  constexpr float kHue = 326;
  for (const Entry& entry : kEntries) {
    const float hue = by == ColourBy::kClass ? ClassHue(entry.name_class) : kHue;
    DrawWord(frame, rest, entry.word);
    DrawMark(frame, rest, BoxFill(frame.theme, entry.name_class, hue));
    CutRight(rest, 12);
  }
}

void DrawHeat(Frame& frame, Rect& rest) {
  constexpr int kSteps = 6;
  DrawWord(frame, rest, "largest flat");
  for (int i = kSteps; i-- > 0;) {
    DrawMark(frame, rest, HeatFill(frame.theme, static_cast<float>(i) / (kSteps - 1)));
    CutRight(rest, 1);
  }
  CutRight(rest, 5);
  DrawWord(frame, rest, "none");
  CutRight(rest, 6);
}

}  // namespace

std::string PrunedText(const Flame& flame) {
  if (flame.least() == 0 || flame.width() == 0) return {};
  const double share =
      100.0 * static_cast<double>(flame.least()) / static_cast<double>(flame.width());
  std::array<char, 32> percent;
  std::snprintf(percent.data(), percent.size(), "%.1g", share);
  return "boxes under " + std::string(percent.data()) + " % are not shown in this shape";
}

void DrawPruned(Frame& frame, Rect& rest, const Flame& flame) {
  const std::string text = PrunedText(flame);
  if (text.empty()) return;
  const float right = rest.right();
  DrawWord(frame, rest, text);
  frame.snapshot.Add(Role::kLabel, "pruned", text,
                     {rest.right(), rest.y, right - rest.right(), rest.h});
  CutRight(rest, 12);
}

void DrawLegend(Frame& frame, Rect& rest, ColourBy by) {
  if (by == ColourBy::kGrowth) return DrawGrowthLegend(frame, rest);
  const float right = rest.right();
  if (by == ColourBy::kHeat) {
    DrawHeat(frame, rest);
  } else {
    DrawClasses(frame, rest, by);
    if (by == ColourBy::kFile) DrawWord(frame, rest, "hue: file,");
    if (by == ColourBy::kMapping) DrawWord(frame, rest, "hue: binary,");
  }
  frame.snapshot.Add(Role::kLabel, "legend", ColourWord(by),
                     {rest.right(), rest.y, right - rest.right(), rest.h});
}

}  // namespace burnglass::ui
