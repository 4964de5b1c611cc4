// Pen: draws in CSS px on an ImGui draw list, which is in device px. Every edge is put on a device
// pixel here and nowhere else, so that lines and text are sharp at any density.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/colour.h"
#include "ui/geometry.h"
#include "ui/icons.h"
#include "ui/type.h"

struct ImDrawList;

namespace burnglass::ui {

enum class Align : std::uint8_t { kLeft, kCentre, kRight };

class Pen {
 public:
  Pen(ImDrawList* list, const FontSet& fonts, float dpr) : list_(list), fonts_(&fonts), dpr_(dpr) {}

  ImDrawList* list() const { return list_; }
  float dpr() const { return dpr_; }
  // The same on another list.
  Pen On(ImDrawList* list) const { return Pen(list, *fonts_, dpr_); }

  // The nearest place that is a whole device pixel.
  float Snap(float v) const;
  Rect Snap(const Rect& r) const;

  void Fill(const Rect& r, Rgba colour, float radius = 0) const;
  // Inside of the rectangle, `width` px wide.
  void Outline(const Rect& r, Rgba colour, float width = 1, float radius = 0) const;
  void Dashed(const Rect& r, Rgba colour, float radius) const;
  void HLine(float x, float y, float w, Rgba colour, float width = 1) const;
  void VLine(float x, float y, float h, Rgba colour, float width = 1) const;
  void Triangle(Point a, Point b, Point c, Rgba colour) const;
  void Dot(Point centre, float radius, Rgba colour) const;
  void Ring(Point centre, float radius, Rgba colour, float width) const;
  void Polyline(const Point* points, int count, Rgba colour, float width, bool closed) const;
  // Of `size` px around the centre, strokes 1.4 px wide at 16.
  void Draw(Icon icon, Point centre, float size, Rgba colour) const;

  float Width(const TextStyle& style, std::string_view text) const;
  // One line in the middle of the rectangle's height; returns its width. Not clipped.
  float Text(const Rect& in, const TextStyle& style, Rgba colour, std::string_view text,
             Align align = Align::kLeft) const;
  // As Text, but a text that does not fit is cut at the right with an ellipsis.
  float TextFit(const Rect& in, const TextStyle& style, Rgba colour, std::string_view text) const;
  // Breaks lines at spaces; returns the height. `line` is the distance of lines.
  float Paragraph(Rect in, const TextStyle& style, Rgba colour, std::string_view text,
                  float line) const;
  // How high it would be.
  float ParagraphHeight(float width, const TextStyle& style, std::string_view text,
                        float line) const;
  std::string Fitted(const TextStyle& style, std::string_view text, float width) const;

  void PushClip(const Rect& r) const;
  void PopClip() const;

 private:
  float Break(Rect in, const TextStyle& style, const Rgba* colour, std::string_view text,
              float line) const;
  // How much of a text is no wider than `limit` px: whole characters from its beginning.
  struct Measured {
    float width = 0;
    std::size_t bytes = 0;
  };
  Measured Measure(const TextStyle& style, std::string_view text, float limit) const;
  float PixelSize(const TextStyle& style) const;
  ImFont* FontOf(const TextStyle& style) const;

  ImDrawList* list_;
  const FontSet* fonts_;
  float dpr_;
};

std::uint32_t Packed(Rgba colour);  // as ImU32

// The first `count` characters (code points) of UTF-8 text.
std::string_view FirstCharacters(std::string_view text, std::size_t count);
std::size_t CountCharacters(std::string_view text);

}  // namespace burnglass::ui
