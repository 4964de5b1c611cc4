#include "ui/legend.h"

#include "ui/colouring.h"

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

void DrawLegend(Frame& frame, Rect& rest, ColourBy by) {
  const float right = rest.right();
  if (by == ColourBy::kHeat) {
    DrawHeat(frame, rest);
  } else {
    DrawClasses(frame, rest, by);
    if (by == ColourBy::kFile) DrawWord(frame, rest, "hue: file,");
  }
  frame.snapshot.Add(Role::kLabel, "legend", ColourWord(by),
                     {rest.right(), rest.y, right - rest.right(), rest.h});
}

}  // namespace burnglass::ui
