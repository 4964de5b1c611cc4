// The numbers of the layout.
#include "ui/layout.h"

#include <catch2/catch_test_macros.hpp>

#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("desktop: bars, graph with its margin, side panel") {
  const Layout l = ComputeLayout({.w = 1280, .h = 800, .has_graph = true, .side_panel = true});
  CHECK(l.form == Form::kWide);
  CHECK(l.title == Rect{0, 0, 1280, 40});
  CHECK(l.views == Rect{0, 40, 1280, 38});
  CHECK(l.filters == Rect{0, 78, 1280, 34});
  CHECK(l.status == Rect{0, 776, 1280, 24});
  CHECK(l.minimap == Rect{0, 112, 840, 44});
  CHECK(l.crumbs == Rect{0, 156, 840, 28});
  CHECK(l.graph == Rect{8, 192, 824, 584});
  CHECK(l.side == Rect{840, 112, 440, 664});
  CHECK(l.row == 18);
  CHECK(l.table_row == 22);
}

TEST_CASE("without the panel the graph has the width") {
  const Layout l = ComputeLayout({.w = 1280, .h = 800, .has_graph = true});
  CHECK(l.graph.w == 1264);
  CHECK(l.side.empty());
}

TEST_CASE("between 720 and 960 the panel lies over the graph") {
  const Layout l = ComputeLayout({.w = 800, .h = 700, .has_graph = true, .side_panel = true});
  CHECK(l.form == Form::kMedium);
  CHECK(l.graph.w == 784);
  CHECK(l.side == Rect{360, 112, 440, 564});
}

TEST_CASE("a telephone: sheet and tab bar below") {
  LayoutInput in{.w = 390, .h = 844, .coarse = true, .has_graph = true};
  Layout l = ComputeLayout(in);
  CHECK(l.form == Form::kNarrow);
  CHECK(l.title.h == 48);
  CHECK(l.filters.h == 40);
  CHECK(l.minimap.h == 32);
  CHECK(l.crumbs.h == 32);
  CHECK(l.tabs == Rect{0, 792, 390, 52});
  CHECK(l.row == 24);
  CHECK(l.side.h == 0);
  in.sheet = Sheet::kPeek;
  l = ComputeLayout(in);
  CHECK(l.side == Rect{0, 492, 390, 300});
  in.sheet = Sheet::kFull;
  CHECK(ComputeLayout(in).side.h == 844 - 48 - 40 - 52);
}

TEST_CASE("embedded: head and foot, no minimap in a low frame") {
  LayoutInput in{.w = 800, .h = 420, .embedded = true, .has_graph = true};
  CHECK(ComputeLayout(in).title.h == 40);
  CHECK(ComputeLayout(in).status.h == 26);
  CHECK(ComputeLayout(in).minimap.empty());
  in.h = 480;
  CHECK(ComputeLayout(in).minimap.h == 44);
}

TEST_CASE("no area leaves the window, whatever its size") {
  for (const float w : {1.0f, 60.0f, 320.0f, 719.0f, 720.0f, 959.0f, 960.0f, 3000.0f}) {
    for (const float h : {1.0f, 50.0f, 200.0f, 900.0f}) {
      for (const bool embedded : {false, true}) {
        const Layout l = ComputeLayout(
            {.w = w, .h = h, .embedded = embedded, .has_graph = true, .side_panel = true});
        const Rect all{0, 0, w, h};
        for (const Rect& r : {l.title, l.views, l.filters, l.work, l.status, l.tabs, l.minimap,
                              l.crumbs, l.graph, l.side}) {
          INFO(w << " × " << h);
          CHECK(Intersection(r, all).w * Intersection(r, all).h == r.w * r.h);
        }
      }
    }
  }
}

TEST_CASE("a selection lifts the sheet of a telephone, and a search takes its head") {
  Viewer v;
  v.Size(390, 844, 3).Open();
  v.app.SetPreferences({.coarse_pointer = true});
  v.Settle();
  CHECK_FALSE(v.Look("label", "sheet"));
  v.Click(v.Find("box", "main.work").middle());
  CHECK(v.Find("label", "sheet").rect == Rect{0, 492, 390, 300});
  CHECK(v.Find("label", "cum").value == "60 ns 60.0 %");
  v.Click(v.Find("button", "find functions").middle());
  CHECK(v.machine.field_focuses == 1);
  CHECK(v.Find("field", "find functions").rect.y < 48);
  CHECK(v.machine.field.w > 200);
  v.Type("malloc");
  CHECK(v.Find("label", "found").value == "55.0 % in 2 boxes");
  v.Click(v.Find("tab", "Top").middle());
  CHECK(v.All("row")[0].rect.h == 44);
}

TEST_CASE("the drawer opens over the graph") {
  Viewer v;
  v.Size(800, 700).Open();
  CHECK(v.All("row").empty());
  CHECK(v.Press("KeyB", "b"));
  CHECK(v.All("row").size() == 6);
  CHECK(v.All("row")[0].rect.x > 350);
}

TEST_CASE("embedded: the wheel belongs to the page, Ctrl and wheel to the graph") {
  Viewer v;
  v.app.SetEmbedded(true);
  v.Size(800, 420).Open();
  CHECK_FALSE(v.app.Wheel(400, 200, 0, 100, 0));
  CHECK(v.app.Wheel(400, 200, 0, -100, kCtrl));
  v.Settle();
  CHECK(v.Find("box", "main.main").rect.w > 700);
}

TEST_CASE("the edge of the side panel is dragged within its limits") {
  Viewer v;
  v.Open();
  v.Drag({840, 400}, {740, 400});
  CHECK(v.Find("box", "root").rect.w == 1280 - 540 - 17);
  v.Drag({740, 400}, {100, 400});
  CHECK(v.Find("box", "root").rect.w == 1280 - 640 - 17);
}

}  // namespace
}  // namespace burnglass::ui
