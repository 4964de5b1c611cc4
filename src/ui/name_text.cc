#include "ui/name_text.h"

#include "ui/flame_labels.h"
#include "ui/palette.h"

namespace burnglass::ui {

Rgba FunctionFill(const Theme& theme, const Names& names, NameId name) {
  return BoxFill(theme, static_cast<NameClass>(names.Class(name)), PackageHue(names.Package(name)));
}

void DrawSwatch(Frame& frame, const Rect& in, const Names& names, NameId name) {
  const Rgba colour = Swatch(frame.theme, static_cast<NameClass>(names.Class(name)),
                             PackageHue(names.Package(name)));
  frame.pen.Fill({in.x, in.middle_y() - 6, 3, 12}, colour);
}

void DrawName(Frame& frame, const Rect& in, const TextStyle& style, const Names& names, NameId name,
              Rgba colour, Rgba package_colour) {
  const float advance = frame.pen.Width(style, "0");
  const std::string label = ChooseLabel(names, name, static_cast<std::size_t>(in.w / advance));
  const std::string_view text = label;
  const std::size_t prefix = names.PackagePrefix(name, text);
  Rect rest = in;
  CutLeft(rest, frame.pen.Text(rest, style, package_colour, text.substr(0, prefix)));
  frame.pen.Text(rest, style, colour, text.substr(prefix));
}

Rect BesideMark(const Rect& in) { return {in.x + 10, in.y, in.w - 10, in.h}; }

void DrawMarkedName(Frame& frame, const Rect& in, const TextStyle& style, const Names& names,
                    NameId name, Rgba colour, Rgba package_colour) {
  DrawSwatch(frame, in, names, name);
  DrawName(frame, BesideMark(in), style, names, name, colour, package_colour);
}

std::string PlaceText(const Names& names, NameId name) {
  std::string text(names.Package(name));
  const std::string_view file = PathEnd(names.File(name));
  if (file.empty()) return text;
  if (!text.empty()) text += " · ";
  text += file;
  if (names.Line(name) > 0) text.append(":").append(std::to_string(names.Line(name)));
  return text;
}

}  // namespace burnglass::ui
