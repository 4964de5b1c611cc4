// Rectangles in CSS px, and cutting strips off them: all of the layout is made of that.
#pragma once

#include <algorithm>

namespace burnglass::ui {

struct Point {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool Contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  Rect Inset(float by_x, float by_y) const {
    return {x + by_x, y + by_y, std::max(0.0f, w - 2 * by_x), std::max(0.0f, h - 2 * by_y)};
  }
  Rect Inset(float by) const { return Inset(by, by); }
  Rect Moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
};

inline bool operator==(const Rect& a, const Rect& b) {
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

inline Rect Intersection(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(a.right(), b.right()) - x),
          std::max(0.0f, std::min(a.bottom(), b.bottom()) - y)};
}

// Each takes a strip off one side of `rest`, which shrinks; a strip is never larger than the rest.
inline Rect CutTop(Rect& rest, float h) {
  h = std::clamp(h, 0.0f, rest.h);
  const Rect strip{rest.x, rest.y, rest.w, h};
  rest.y += h, rest.h -= h;
  return strip;
}
inline Rect CutBottom(Rect& rest, float h) {
  h = std::clamp(h, 0.0f, rest.h);
  rest.h -= h;
  return {rest.x, rest.bottom(), rest.w, h};
}
inline Rect CutLeft(Rect& rest, float w) {
  w = std::clamp(w, 0.0f, rest.w);
  const Rect strip{rest.x, rest.y, w, rest.h};
  rest.x += w, rest.w -= w;
  return strip;
}
inline Rect CutRight(Rect& rest, float w) {
  w = std::clamp(w, 0.0f, rest.w);
  rest.w -= w;
  return {rest.right(), rest.y, w, rest.h};
}

// The rectangle of this size in the middle of another.
inline Rect Centred(const Rect& in, float w, float h) {
  return {in.x + (in.w - w) / 2, in.y + (in.h - h) / 2, w, h};
}

}  // namespace burnglass::ui
