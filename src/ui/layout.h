// Layout: where the areas of the window lie. Plain arithmetic on sizes; nothing is drawn here.
#pragma once

#include <cstdint>

#include "session/look.h"
#include "ui/geometry.h"

namespace burnglass::ui {

enum class Form : std::uint8_t {
  kWide,      // side panel beside the graph
  kMedium,    // side panel as a drawer over it
  kNarrow,    // telephone: bottom sheet and tab bar
  kEmbedded,  // inside of another page
};

enum class Sheet : std::uint8_t { kClosed, kPeek, kFull };

struct LayoutInput {
  float w = 0, h = 0;
  bool embedded = false;
  bool coarse = false;      // a finger: taller rows
  bool has_graph = false;   // bars of an open profile are wanted
  bool side_panel = false;  // or the drawer
  float side_width = 440;
  View view = View::kFlame;
  Sheet sheet = Sheet::kClosed;
  float compare_height = 0;  // of the bar of a comparison
};

struct Layout {
  Form form = Form::kWide;
  Rect title;    // logo and tabs; head of the narrow and embedded forms
  Rect views;    // sample type, views, search
  Rect filters;  // toggles and facts
  Rect compare;  // what is compared, and what its colours mean
  Rect work;     // everything between the bars
  Rect status;   // foot of the embedded form
  Rect tabs;     // at the bottom, narrow only

  // Of the flame view, inside of work.
  Rect minimap;
  Rect crumbs;
  Rect graph_area;  // with its margin, where the pointer pans
  Rect graph;       // boxes
  Rect side;        // panel, drawer or sheet
  float row = 18;   // distance of rows; a box is one px lower
  float table_row = 22;
};

Layout ComputeLayout(const LayoutInput& input);

inline constexpr float kWideFrom = 960, kNarrowBelow = 720;
inline constexpr float kSideLeast = 320, kSideMost = 640, kSideDefault = 440;

}  // namespace burnglass::ui
