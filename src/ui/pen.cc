#include "ui/pen.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace burnglass::ui {
namespace {

constexpr float kIconStroke = 1.4f, kIconGrid = 160;
constexpr float kBoldShift = 0.5f;  // px between the two strikes of a bold mono text
constexpr float kDegree = 3.14159265f / 180;

bool Continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// Reads the words of StrokesOf one by one.
class StrokeReader {
 public:
  explicit StrokeReader(std::string_view text) : text_(text) {}

  // The next letter, 0 at the end.
  char Letter() {
    SkipSpaces();
    return at_ < text_.size() ? text_[at_++] : '\0';
  }
  float Number() {
    SkipSpaces();
    const bool minus = at_ < text_.size() && text_[at_] == '-';
    if (minus) ++at_;
    float value = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      value = value * 10 + static_cast<float>(text_[at_++] - '0');
    }
    return minus ? -value : value;
  }

 private:
  void SkipSpaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::uint32_t Packed(Rgba c) { return IM_COL32(c.r, c.g, c.b, c.a); }

std::string_view FirstCharacters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!Continues(text[at]) && count-- == 0) break;
    ++at;
  }
  return text.substr(0, at);
}

std::size_t CountCharacters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += Continues(c) ? 0 : 1;
  return count;
}

float Pen::Snap(float v) const { return std::round(v * dpr_) / dpr_; }

Rect Pen::Snap(const Rect& r) const {
  const float x = Snap(r.x), y = Snap(r.y);
  return {x, y, Snap(r.right()) - x, Snap(r.bottom()) - y};
}

void Pen::Fill(const Rect& rect, Rgba colour, float radius) const {
  const Rect r = Snap(rect);
  if (r.empty()) return;
  list_->AddRectFilled({r.x * dpr_, r.y * dpr_}, {r.right() * dpr_, r.bottom() * dpr_},
                       Packed(colour), radius * dpr_);
}

void Pen::Outline(const Rect& rect, Rgba colour, float width, float radius) const {
  const Rect r = Snap(rect);
  if (r.empty()) return;
  const float w = std::max(1.0f, std::round(width * dpr_));
  if (radius > 0) {
    // ImGui strokes around the middle of the line.
    const float half = w / 2 - 0.5f;
    list_->AddRect({r.x * dpr_ + half, r.y * dpr_ + half},
                   {r.right() * dpr_ - half, r.bottom() * dpr_ - half}, Packed(colour),
                   radius * dpr_, 0, w);
    return;
  }
  const float css = w / dpr_;
  Fill({r.x, r.y, r.w, css}, colour);
  Fill({r.x, r.bottom() - css, r.w, css}, colour);
  Fill({r.x, r.y + css, css, r.h - 2 * css}, colour);
  Fill({r.right() - css, r.y + css, css, r.h - 2 * css}, colour);
}

void Pen::Dashed(const Rect& rect, Rgba colour, float radius) const {
  constexpr float kDash = 5, kGap = 4, kWidth = 1.5f;
  const Rect r = Snap(rect);
  const auto dashes = [&](float from, float to, auto&& draw) {
    for (float at = from; at < to; at += kDash + kGap) draw(at, std::min(kDash, to - at));
  };
  dashes(r.x + radius, r.right() - radius, [&](float x, float w) {
    Fill({x, r.y, w, kWidth}, colour);
    Fill({x, r.bottom() - kWidth, w, kWidth}, colour);
  });
  dashes(r.y + radius, r.bottom() - radius, [&](float y, float h) {
    Fill({r.x, y, kWidth, h}, colour);
    Fill({r.right() - kWidth, y, kWidth, h}, colour);
  });
}

void Pen::HLine(float x, float y, float w, Rgba colour, float width) const {
  const float h = std::max(1.0f, std::round(width * dpr_)) / dpr_;
  Fill({x, Snap(y), w, h}, colour);
}

void Pen::VLine(float x, float y, float h, Rgba colour, float width) const {
  const float w = std::max(1.0f, std::round(width * dpr_)) / dpr_;
  Fill({Snap(x), y, w, h}, colour);
}

void Pen::Triangle(Point a, Point b, Point c, Rgba colour) const {
  list_->AddTriangleFilled({a.x * dpr_, a.y * dpr_}, {b.x * dpr_, b.y * dpr_},
                           {c.x * dpr_, c.y * dpr_}, Packed(colour));
}

void Pen::Dot(Point centre, float radius, Rgba colour) const {
  list_->AddCircleFilled({centre.x * dpr_, centre.y * dpr_}, radius * dpr_, Packed(colour));
}

void Pen::Ring(Point centre, float radius, Rgba colour, float width) const {
  list_->AddCircle({centre.x * dpr_, centre.y * dpr_}, radius * dpr_, Packed(colour), 0,
                   width * dpr_);
}

void Pen::Polyline(const Point* points, int count, Rgba colour, float width, bool closed) const {
  std::vector<ImVec2> scaled;
  for (int i = 0; i < count; ++i) scaled.push_back({points[i].x * dpr_, points[i].y * dpr_});
  list_->AddPolyline(scaled.data(), count, Packed(colour), closed ? ImDrawFlags_Closed : 0,
                     width * dpr_);
}

void Pen::Draw(Icon icon, Point centre, float size, Rgba colour) const {
  const float scale = size / kIconGrid * dpr_;
  const ImVec2 origin(Snap(centre.x - size / 2) * dpr_, Snap(centre.y - size / 2) * dpr_);
  const auto place = [&](float x, float y) {
    return ImVec2(origin.x + x * scale, origin.y + y * scale);
  };
  const float width = kIconStroke * std::max(1.0f, size / 16) * dpr_;
  const ImU32 packed = Packed(colour);
  const auto stroke = [&](bool closed) {
    list_->PathStroke(packed, closed ? ImDrawFlags_Closed : 0, width);
  };
  StrokeReader read(StrokesOf(icon));
  bool open = false;
  for (char letter = read.Letter(); letter; letter = read.Letter()) {
    if (letter != 'L' && letter != 'Z' && open) stroke(false), open = false;
    if (letter == 'Z') {
      stroke(true), open = false;
      continue;
    }
    const float x = read.Number(), y = read.Number();
    if (letter == 'M' || letter == 'L') {
      list_->PathLineTo(place(x, y)), open = true;
    } else if (letter == 'D') {
      list_->AddCircleFilled(place(x, y), read.Number() * scale, packed);
    } else {  // 'A'
      const float radius = read.Number(), from = read.Number(), to = read.Number();
      list_->PathArcTo(place(x, y), radius * scale, from * kDegree, to * kDegree);
      stroke(false);
    }
  }
  if (open) stroke(false);
}

// Whole device pixels: ImGui bakes whole sizes, and a baked size is the sharpest.
float Pen::PixelSize(const TextStyle& style) const { return std::round(style.size * dpr_); }

ImFont* Pen::FontOf(const TextStyle& style) const {
  return (*fonts_)[static_cast<std::size_t>(style.face)];
}

// Of a text that is longer than an end of its own nothing is read behind it: names may be of any
// length, and every frame measures all that it shows.
Pen::Measured Pen::Measure(const TextStyle& style, std::string_view text, float limit) const {
  ImFontBaked* baked = FontOf(style)->GetFontBaked(PixelSize(style));
  const char* at = text.data();
  const char* end = at + text.size();
  Measured measured;
  float width = 0;
  while (at < end) {
    const char* next = at + 1;
    unsigned c = static_cast<unsigned char>(*at);
    if (c >= 0x80) next = at + ImTextCharFromUtf8(&c, at, end);
    width += baked->GetCharAdvance(static_cast<ImWchar>(c));
    if (width / dpr_ > limit) return measured;
    measured = {width / dpr_, static_cast<std::size_t>(next - text.data())};
    at = next;
  }
  return measured;
}

float Pen::Width(const TextStyle& style, std::string_view text) const {
  return Measure(style, text, std::numeric_limits<float>::max()).width;
}

float Pen::Text(const Rect& in, const TextStyle& style, Rgba colour, std::string_view text,
                Align align) const {
  if (text.empty()) return 0;
  ImFont* font = FontOf(style);
  const float size = PixelSize(style);
  const ImFontBaked* baked = font->GetFontBaked(size);
  const float width = align == Align::kLeft ? 0 : Width(style, text);
  const float x = align == Align::kLeft     ? in.x
                  : align == Align::kCentre ? in.middle_x() - width / 2
                                            : in.right() - width;
  // The middle between ascender and descender stands in the middle of the rectangle, as in HTML.
  const float height = baked->Ascent - baked->Descent;
  const ImVec2 at(std::round(x * dpr_), std::round(in.middle_y() * dpr_ - height / 2));
  const char* end = text.data() + text.size();
  list_->AddText(font, size, at, Packed(colour), text.data(), end);
  if (style.bold) {
    // ImGui puts text on whole pixels, so the second strike of a dpr below 2 would be lost.
    const float shift = std::max(1.0f, std::round(kBoldShift * dpr_));
    list_->AddText(font, size, {at.x + shift, at.y},
                   Packed(WithAlpha(colour, dpr_ < 1.5f ? 0.45f : 1)), text.data(), end);
  }
  return align == Align::kLeft ? Width(style, text) : width;
}

std::string Pen::Fitted(const TextStyle& style, std::string_view text, float width) const {
  constexpr float kRounding = 0.01f;  // a room made by adding this very width to others
  if (Measure(style, text, width + kRounding).bytes == text.size()) return std::string(text);
  constexpr std::string_view kEllipsis = "…";
  const std::size_t bytes = Measure(style, text, width - Width(style, kEllipsis)).bytes;
  return bytes == 0 ? std::string() : std::string(text.substr(0, bytes)).append(kEllipsis);
}

float Pen::TextFit(const Rect& in, const TextStyle& style, Rgba colour,
                   std::string_view text) const {
  return Text(in, style, colour, Fitted(style, text, in.w));
}

float Pen::Paragraph(Rect in, const TextStyle& style, Rgba colour, std::string_view text,
                     float line) const {
  return Break(in, style, &colour, text, line);
}

float Pen::ParagraphHeight(float width, const TextStyle& style, std::string_view text,
                           float line) const {
  return Break({0, 0, width, 0}, style, nullptr, text, line);
}

// Without a colour nothing is drawn.
float Pen::Break(Rect in, const TextStyle& style, const Rgba* colour, std::string_view text,
                 float line) const {
  const float top = in.y;
  while (!text.empty()) {
    const std::size_t fitting = Measure(style, text, in.w).bytes;
    std::size_t end = text.size();
    if (fitting < end) {
      // The last space that the line or the place right behind it has; a word wider than the line
      // goes on in the next.
      const std::size_t space = text.substr(0, fitting + 1).rfind(' ');
      end = space != std::string_view::npos && space > 0 ? space : fitting;
      if (end == 0) end = FirstCharacters(text, 1).size();
    }
    if (colour) Text({in.x, in.y, in.w, line}, style, *colour, text.substr(0, end));
    in.y += line;
    text.remove_prefix(end < text.size() && text[end] == ' ' ? end + 1 : end);
  }
  return in.y - top;
}

void Pen::PushClip(const Rect& rect) const {
  const Rect r = Snap(rect);
  list_->PushClipRect({r.x * dpr_, r.y * dpr_}, {r.right() * dpr_, r.bottom() * dpr_}, true);
}

void Pen::PopClip() const { list_->PopClipRect(); }

}  // namespace burnglass::ui
