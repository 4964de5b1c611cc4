// Shell: puts the areas of the window together, in the form that its size asks for.
#pragma once

#include <vector>

#include "ui/callers_view.h"
#include "ui/command_palette.h"
#include "ui/compare_bar.h"
#include "ui/contention_view.h"
#include "ui/facts_view.h"
#include "ui/flame_view.h"
#include "ui/frame.h"
#include "ui/goroutines_view.h"
#include "ui/graph_view.h"
#include "ui/growth_view.h"
#include "ui/heap_view.h"
#include "ui/labels_view.h"
#include "ui/layout.h"
#include "ui/lines_view.h"
#include "ui/menu.h"
#include "ui/minimap.h"
#include "ui/painting.h"
#include "ui/shape_menus.h"
#include "ui/side_panel.h"
#include "ui/sides_view.h"
#include "ui/top_table.h"

namespace burnglass::ui {

// What the shell is told from outside in every frame.
struct ShellInput {
  float w = 0, h = 0;
  bool dragging = false;       // files hover over the page
  std::uint32_t requests = 0;  // of the page since it was ready
};

class Shell {
 public:
  explicit Shell(FlamePainter& painter)
      : painting_(painter),
        flame_(painting_),
        minimap_(painting_),
        callers_(painting_),
        sides_(painting_) {}

  void Draw(Frame& frame, const ShellInput& input);

  Painting& painting() { return painting_; }
  // The graphs of the last frame: none, the flame graph, or callers and callees.
  std::vector<FlameView*> graphs();
  GraphView& call_graph() { return call_graph_; }
  const Layout& layout() const { return layout_; }
  // Whether the last frame had the flame graph, and of which profile anything was drawn (0: none).
  bool graph_drawn() const { return graph_drawn_; }
  ProfileId profile_drawn() const { return profile_drawn_; }
  void Forget();
  // Makes room for the search where it has none of its own.
  void OpenSearch() { search_open_ = true; }
  void CloseSearch() { search_open_ = false; }
  // Of the menu that is open, or of the palette.
  MenuState& menu() { return menu_; }

 private:
  LayoutInput LayoutFor(const Frame& frame, const ShellInput& input) const;
  void DrawDesktop(Frame& frame, const ShellInput& input);
  void DrawNarrow(Frame& frame, const ShellInput& input);
  void DrawEmbedded(Frame& frame);
  void DrawWork(Frame& frame, const ShellInput& input);
  void DrawGraph(Frame& frame);
  void DrawTop(Frame& frame);
  void DrawCallers(Frame& frame);
  void DrawSides(Frame& frame);
  void DrawCompare(Frame& frame);
  // What lies under the pointer in any graph.
  const Hover* Hovered() const;
  void DrawNarrowHead(Frame& frame, Rect head);
  void DrawStrip(Frame& frame, Rect strip);

  // shell_overlay.cc
  void DrawOverlay(Frame& frame, const ShellInput& input);
  void DrawOpenOverlay(Frame& frame, const Rect& screen);
  void DrawSampleTypes(Frame& frame, const Rect& screen);
  void DrawProfiles(Frame& frame, const Rect& screen);
  Rect FunctionAnchor(const Frame& frame) const;

  void DrawSheet(Frame& frame);

  Painting painting_;
  FlameView flame_;
  Minimap minimap_;
  CallersView callers_;
  SidesView sides_;
  CompareAnchors compare_;
  ShapeMenus shape_menus_;
  GraphView call_graph_;
  TopTable side_table_, full_table_;
  ChangesTable changes_;
  SidePanel side_;
  GrowthView growth_;
  HeapView heap_;
  LinesView lines_;
  LabelsView labels_;
  FactsView facts_;
  GoroutinesView goroutines_;
  ContentionView contention_;
  ScrollState start_scroll_, card_scroll_, groups_scroll_, privacy_scroll_;
  Layout layout_;
  Sheet sheet_ = Sheet::kClosed;
  bool search_open_ = false;  // narrow: the search takes the head's place
  Rect menu_anchor_, profiles_anchor_, compare_anchor_, filters_anchor_, settings_anchor_,
      exports_anchor_;
  MenuState menu_;
  CommandPalette palette_;
  Overlay menu_of_ = Overlay::kNone;  // whose state menu_ is
  bool graph_drawn_ = false;
  bool callers_drawn_ = false;
  ProfileId profile_drawn_ = 0;
  std::optional<NameId> sheet_for_;
};

}  // namespace burnglass::ui
