// A function's name in tables and cards: a mark in its package's colour, the package in a quieter
// colour, shortened as in the boxes of the graph.
#pragma once

#include "session/names.h"
#include "ui/frame.h"

namespace burnglass::ui {

// What the function's boxes are filled with.
Rgba FunctionFill(const Theme& theme, const Names& names, NameId name);

// 3 × 12 px at the left end of the rectangle.
void DrawSwatch(Frame& frame, const Rect& in, const Names& names, NameId name);

// As much of the name as fits into the rectangle; `style` is a mono one.
void DrawName(Frame& frame, const Rect& in, const TextStyle& style, const Names& names, NameId name,
              Rgba colour, Rgba package_colour);

// Both: the mark at the left end and the name beside it.
void DrawMarkedName(Frame& frame, const Rect& in, const TextStyle& style, const Names& names,
                    NameId name, Rgba colour, Rgba package_colour);
// What is right of the mark.
Rect BesideMark(const Rect& in);

// "promql · engine.go:1075": package path, file and line, as far as they are known.
std::string PlaceText(const Names& names, NameId name);

}  // namespace burnglass::ui
