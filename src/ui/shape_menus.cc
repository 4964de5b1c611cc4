#include "ui/shape_menus.h"

#include "session/filters.h"
#include "session/keys.h"
#include "ui/button.h"
#include "ui/colouring.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

constexpr float kHeight = 22;
constexpr ColourBy kColours[] = {ColourBy::kPackage, ColourBy::kClass,   ColourBy::kFile,
                                 ColourBy::kHeat,    ColourBy::kMapping, ColourBy::kGrowth};

// The callers view has both directions at once.
bool BothWays(const Frame& frame) { return frame.session.look().view == View::kCallers; }

std::string ShapeLabel(const Frame& frame) {
  const Look& look = frame.session.look();
  std::string label = BothWays(frame) ? "Order" : look.inverted ? "Bottom-up" : "Top-down";
  if (look.by_name) label += BothWays(frame) ? ": name" : ", by name";
  if (look.folded) label += ", folded";
  if (look.packages) label += ", packages";
  const std::string_view frames = GranularityWord(frame.session.active()->query);
  if (!frames.empty()) label.append(", ").append(frames);
  return label;
}

Rect MenuButton(Frame& frame, Rect& rest, const ButtonSpec& spec, Verb verb) {
  const Rect cell = CutLeft(rest, ButtonWidth(frame, spec));
  const Rect place{cell.x, cell.middle_y() - kHeight / 2, cell.w, kHeight};
  if (Button(frame, place, spec)) frame.Do(verb);
  CutLeft(rest, 8);
  return place;
}

struct ShapeItem {
  std::string_view label;
  Verb verb;    // toggles it
  bool wanted;  // what the item stands for
  bool Look::*now;
};
constexpr ShapeItem kItems[] = {
    {"Top-down", Verb::kInverted, false, &Look::inverted},
    {"Bottom-up", Verb::kInverted, true, &Look::inverted},
    {"Order by weight", Verb::kByName, false, &Look::by_name},
    {"Order by name", Verb::kByName, true, &Look::by_name},
    {"Recursion as it is", Verb::kFolded, false, &Look::folded},
    {"Recursion folded", Verb::kFolded, true, &Look::folded},
    {"A box for each function", Verb::kPackages, false, &Look::packages},
    {"Calls within a package as one box", Verb::kPackages, true, &Look::packages},
};

// What a frame is.
void AddFrameItems(const Frame& frame, std::vector<MenuItem>& items) {
  const std::string_view now = GranularityWord(frame.session.active()->query);
  for (const Granularity& one : Granularities()) {
    const bool functions = one.value.empty();
    items.push_back({.label = "Frames: " + std::string(one.word),
                     .selected = functions ? now.empty() : now == one.word,
                     .rule = functions});
  }
}

}  // namespace

void ShapeMenus::DrawShapeButton(Frame& frame, Rect& rest) {
  std::string label = ShapeLabel(frame);
  const bool open = frame.session.look().overlay == Overlay::kShapes;
  ButtonSpec spec{.id = "shape", .label = label, .selected = open, .menu = true};
  if (ButtonWidth(frame, spec) > rest.w) spec.label = "Shape";
  if (ButtonWidth(frame, spec) > rest.w) {
    spec.label = {};
    spec.name = "Shape";
    spec.icon = Icon::kFlame;
    spec.menu = false;
  }
  shapes_anchor_ = MenuButton(frame, rest, spec, Verb::kShapes);
  colours_anchor_ = shapes_anchor_;
  colours_below_ = true;
}

void ShapeMenus::DrawButtons(Frame& frame, Rect& rest) {
  DrawShapeButton(frame, rest);
  colours_below_ = false;
  if (frame.session.active()->IsDiff()) return;  // colours say what has changed
  const Look& look = frame.session.look();
  const ColourBy by = frame.session.ShownColourBy();
  const std::string what = by == ColourBy::kLabel ? look.colour_label : std::string(ColourWord(by));
  const std::string label = "Colour: " + frame.pen.Fitted(kBody, what, 120);
  const bool open = look.overlay == Overlay::kColours;
  colours_anchor_ =
      MenuButton(frame, rest, {.id = "colour", .label = label, .selected = open, .menu = true},
                 Verb::kColours);
}

void ShapeMenus::DrawOpen(Frame& frame, const Rect& screen) {
  const Overlay overlay = frame.session.look().overlay;
  if (overlay == Overlay::kShapes) DrawShapes(frame, screen);
  if (overlay == Overlay::kColours) DrawColours(frame, screen);
  if (overlay == Overlay::kRowsLabels) DrawRowsLabels(frame, screen);
}

void ShapeMenus::DrawShapes(Frame& frame, const Rect& screen) {
  const Look& look = frame.session.look();
  std::vector<MenuItem> items;
  std::vector<const ShapeItem*> meant;
  for (const ShapeItem& item : kItems) {
    if (BothWays(frame) && item.verb == Verb::kInverted) continue;
    const std::string_view caps = KeyOf(item.verb);
    items.push_back({std::string(item.label), std::string(item.wanted ? caps : ""), Icon::kNone,
                     look.*item.now == item.wanted});
    meant.push_back(&item);
  }
  AddFrameItems(frame, items);
  const std::size_t colours = items.size();
  const bool has_colours = colours_below_ && !frame.session.active()->IsDiff();
  if (has_colours) items.push_back({.label = "Colour …", .rule = true});
  const int chosen = DrawMenu(frame, screen, shapes_anchor_, "Shape of the graph", items);
  if (chosen < 0) return;
  const auto at = static_cast<std::size_t>(chosen);
  if (at < meant.size()) {
    const ShapeItem& item = *meant[at];
    frame.Do(look.*item.now == item.wanted ? Verb::kDismiss : item.verb);
  } else if (at == colours) {
    frame.Do(Verb::kColours);
  } else {
    const Granularity& frames = Granularities()[at - meant.size()];
    frame.Do({.verb = Verb::kGranularity, .text = std::string(frames.value)});
  }
}

void ShapeMenus::DrawColours(Frame& frame, const Rect& screen) {
  std::vector<MenuItem> items;
  const OpenProfile& profile = *frame.session.active();
  const ColourBy now = frame.session.ShownColourBy();
  std::vector<ColourBy> ways;
  for (const ColourBy by : kColours) {
    if (by == ColourBy::kGrowth && !profile.IsSeries()) continue;
    ways.push_back(by);
    items.push_back({"By " + std::string(ColourWord(by)), "", Icon::kNone, by == now});
  }
  const auto& keys = profile.facts.label_keys;
  for (const std::string& key : keys) {
    const bool selected = now == ColourBy::kLabel && key == frame.session.look().colour_label;
    items.push_back(
        {.label = "By label " + key, .selected = selected, .rule = items.size() == ways.size()});
  }
  const int chosen = DrawMenu(frame, screen, colours_anchor_, "Colour of the boxes", items);
  if (chosen < 0) return;
  const auto at = static_cast<std::size_t>(chosen);
  if (at < ways.size()) {
    return frame.Do({.verb = Verb::kColourBy, .number = static_cast<std::uint32_t>(ways[at])});
  }
  frame.Do({.verb = Verb::kColourBy,
            .number = static_cast<std::uint32_t>(ColourBy::kLabel),
            .text = keys[at - ways.size()]});
}

void ShapeMenus::DrawRowsLabels(Frame& frame, const Rect& screen) {
  const auto& keys = frame.session.active()->facts.label_keys;
  const bool by_label = frame.session.ShownRowsOf() == RowsOf::kLabels;
  std::vector<MenuItem> items;
  for (const std::string& key : keys) {
    items.push_back({.label = key, .selected = by_label && key == frame.session.look().rows_label});
  }
  const int chosen = DrawMenu(frame, screen, rows_anchor, "A row for each value of", items);
  if (chosen < 0) return;
  frame.Do({.verb = Verb::kGroupByLabel, .text = keys[static_cast<std::size_t>(chosen)]});
}

}  // namespace burnglass::ui
