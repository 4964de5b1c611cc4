#include "ui/breadcrumb.h"

#include <cmath>

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/flame_labels.h"

namespace burnglass::ui {
namespace {

constexpr std::size_t kMostCrumbs = 7;  // the root and the last six
constexpr std::size_t kMostCharacters = 32;
constexpr float kGap = 8, kChevron = 12;

std::string CrumbLabel(const OpenProfile& profile, const Box& box) {
  if (box.depth == 0 && profile.names.Full(box.name).empty()) return profile.Title();
  return ChooseLabel(profile.names, box.name, kMostCharacters);
}

// The root, then as many of the last ones as fit.
std::vector<Box> Shortened(const Frame& frame, const OpenProfile& profile, std::vector<Box> path,
                           float room) {
  if (path.size() > kMostCrumbs) path.erase(path.begin() + 1, path.end() - (kMostCrumbs - 1));
  const auto width = [&] {
    float sum = 0;
    for (const Box& box : path) {
      sum += frame.pen.Width(kBoxLabel, CrumbLabel(profile, box)) + 2 * kGap + kChevron;
    }
    return sum;
  };
  while (path.size() > 1 && width() > room) path.erase(path.begin() + (path.size() > 2 ? 1 : 0));
  return path;
}

void DrawHint(Frame& frame, const Rect& rest) {
  constexpr std::string_view kMouse =
      "Click selects, double click zooms, Ctrl + wheel zooms at the pointer, drag moves.";
  const bool fits = frame.pen.Width(kSmall, kMouse) <= rest.w;
  frame.pen.TextFit(rest, kSmall, frame.theme.text3,
                    frame.coarse ? "Tap selects, double tap zooms, two fingers zoom anywhere."
                    : fits       ? kMouse
                                 : "Click selects, double click zooms, drag moves.");
}

void DrawCrumbs(Frame& frame, Rect rest, const OpenProfile& profile, const std::vector<Box>& path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool last = i + 1 == path.size();
    const std::string label = CrumbLabel(profile, path[i]);
    const Rect place = CutLeft(rest, frame.pen.Width(kBoxLabel, label));
    const Press press = Pressable(frame, "crumb", i, place.Inset(-kGap / 2, 2));
    if (press.hovered && !last) frame.cursor = Cursor::kHand;
    frame.pen.TextFit(place, kBoxLabel,
                      last || press.hovered ? frame.theme.text : frame.theme.text2, label);
    frame.snapshot.Add(
        Role::kButton, label, "breadcrumb", place,
        static_cast<std::uint8_t>((last ? kSelected : 0) | (press.hovered ? kHovered : 0)));
    if (press.clicked) frame.Do({.verb = Verb::kZoomToBox, .box = path[i]});
    if (last) return;
    CutLeft(rest, kGap);
    const Rect chevron = CutLeft(rest, kChevron);
    frame.pen.Draw(Icon::kChevronRight, {chevron.middle_x(), chevron.middle_y()}, 12,
                   frame.theme.text3);
    CutLeft(rest, kGap);
  }
}

}  // namespace

std::vector<Box> CrumbsOf(const OpenProfile& profile, const Flame& flame, const Window& window) {
  if (profile.view.target) {
    const std::uint32_t index = flame.Find(profile.view.target.node);
    if (index != kNoBox) return flame.Path(index);
  }
  std::vector<Box> path;
  const auto begin = static_cast<std::int64_t>(std::ceil(window.begin));
  for (std::uint32_t depth = 0; depth < flame.rows(); ++depth) {
    const auto box = flame.Pick(depth, begin);
    if (!box || static_cast<double>(box->end()) < std::floor(window.end())) break;
    path.push_back(*box);
  }
  return path;
}

void DrawBreadcrumb(Frame& frame, const Rect& bar, bool narrow) {
  const OpenProfile& profile = *frame.session.active();
  frame.pen.Fill(bar, frame.theme.canvas);
  frame.pen.HLine(bar.x, bar.bottom() - 1, bar.w, frame.theme.line);
  Rect rest = bar;
  CutLeft(rest, 12);
  CutRight(rest, 12);
  if (frame.session.Whole()) return DrawHint(frame, rest);
  const Window& window = profile.view.window;
  const Flame& flame = *frame.session.ShownFlame(window);
  std::vector<Box> path = CrumbsOf(profile, flame, window);

  const Rect back = CutLeft(rest, 14);
  if (IconButton(frame, {back.x - 8, back.middle_y() - 13, 26, 26}, "back", Icon::kChevronLeft,
                 "back")) {
    frame.Do(Verb::kBack);
  }
  CutLeft(rest, 4);
  if (!narrow) {
    const float caps = KeyCapsWidth(frame, "Esc");
    const Rect place = CutRight(rest, caps);
    KeyCaps(frame, place.x, place.middle_y(), "Esc");
    CutRight(rest, 8);
  }
  const auto seen =
      static_cast<std::int64_t>(profile.view.target ? profile.view.target.cum : window.width);
  const std::string share = PercentText(seen, flame.total()) + (narrow ? "" : " of total");
  const Rect figure = CutRight(rest, frame.pen.Width(kSmall, share));
  frame.pen.Text(figure, kSmall, frame.theme.text2, share);
  CutRight(rest, 12);
  if (path.empty()) return;
  path =
      narrow ? std::vector<Box>{path.back()} : Shortened(frame, profile, std::move(path), rest.w);
  DrawCrumbs(frame, rest, profile, path);
}

}  // namespace burnglass::ui
