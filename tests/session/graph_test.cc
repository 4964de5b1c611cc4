// The call graph: asked for, laid out, looked at and walked along.
#include "session/call_graph.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

#include "open_session.h"

namespace burnglass {
namespace {

// 600 × 400 px of the graph are seen; the pointer is in the middle.
OpenSession InGraph(std::string_view stacks = kStacks) {
  OpenSession s(stacks);
  s.Open();
  s.session.SetGraphPlace({.w = 600, .h = 400});
  s.Do(Verb::kViewGraph);
  return s;
}

std::string Selected(const OpenSession& s) {
  const auto name = s.view().selected_name;
  return name ? std::string(s.profile().names.Full(*name)) : "";
}

TEST_CASE("A graph is asked for when it is to be seen, and laid out once") {
  OpenSession s;
  s.Open();
  CHECK(s.session.ShownGraph() == nullptr);
  s.laying_out = false;
  s.session.SetGraphPlace({.w = 600, .h = 400});
  s.Do(Verb::kViewGraph);
  REQUIRE(s.session.ShownGraph() != nullptr);
  CHECK(s.session.ShownLayout() == nullptr);
  CHECK(s.session.Waiting());
  REQUIRE(s.layouts.size() == 1);
  CHECK(s.layouts[0].text.starts_with("6 158 46\n0 1 4 38"));
  s.laying_out = true;
  s.Settle();
  REQUIRE(s.session.ShownLayout() != nullptr);
  CHECK_FALSE(s.session.Waiting());
  const std::size_t asked = s.asked;
  s.Do(Verb::kViewFlame);
  s.Do(Verb::kViewGraph);
  CHECK(s.asked == asked);
  CHECK(s.layouts.empty());
}

TEST_CASE("Why there is no layout is said, and going there again tries again") {
  OpenSession s;
  s.Open();
  s.laying_out = false;
  s.Do(Verb::kViewGraph);
  s.session.LaidOut(s.layouts.at(0).number + 1000, "1");  // of no question
  CHECK(s.session.Waiting());
  s.session.LaidOut(s.layouts.at(0).number, "!The engine stopped.");
  CHECK(s.profile().shown->layout_failure == "The engine stopped.");
  CHECK_FALSE(s.session.Waiting());
  s.layouts.clear();
  s.Settle();
  CHECK(s.layouts.empty());
  s.laying_out = true;
  s.Do(Verb::kViewGraph);
  CHECK(s.session.ShownLayout() != nullptr);
}

TEST_CASE("A layout that does not fit the graph is refused") {
  const auto fails = [](std::string_view text) { return !ReadLayout(text, 2, 1); };
  const std::string sound = "100 200 1 2 3 4 5 6 2 7 8 9 10";
  CHECK_FALSE(fails(sound));
  CHECK(fails(""));
  CHECK(fails("100 200 1 2 3"));
  CHECK(fails("100 200 1 2 3 4 5 6 1 7 8"));       // a line has two ends
  CHECK(fails("100 200 1 2 3 4 5 6 3 7 8 9 10"));  // a point is missing
  CHECK(fails("100 200 1 2 3 4 5 6 99999999 7 8 9 10"));
  CHECK(fails("100 200 1 2 3 x 5 6 2 7 8 9 10"));
  const Result<GraphLayout> layout = ReadLayout(sound, 2, 1);
  CHECK(layout->w == 10);
  CHECK(layout->nodes[1].y == 0.4f);
  CHECK(layout->edges[0].label->x == 0.5f);
  CHECK_FALSE(ReadLayout("100 200 1 2 3 4 -1 -1 2 7 8 9 10", 2, 1)->edges[0].label);
}

TEST_CASE("The line of an edge begins and ends where its points do") {
  const Result<GraphLayout> layout =
      ReadLayout("0 0 0 0 0 0 -1 -1 4 0 0 0 100 100 200 100 300", 2, 1);
  REQUIRE(layout.ok());
  std::vector<GraphPoint> curve = CurveOf(*layout, layout->edges[0]);
  CHECK(curve.size() % 3 == 1);
  CHECK(curve.front().y == 0);
  CHECK(curve.back().x == 10);
  CHECK(curve.back().y == 30);
  const Arrowhead head = TakeArrow(curve, 4);
  CHECK(head.tip.y == 30);
  CHECK(curve.back().y < 30);
  CHECK(head.left.x > head.right.x - 10);
}

TEST_CASE("Zooming keeps the place under the pointer") {
  OpenSession s = InGraph();
  s.session.SetGraphPlace({.w = 600, .h = 400, .pointer_x = 100, .pointer_y = -50});
  const GraphCamera before = s.session.ShownCamera();
  const auto under = [](const GraphCamera& c) {
    return std::pair(c.x + 100 / c.scale, c.y - 50 / c.scale);
  };
  s.Do(Verb::kZoomIn);
  const GraphCamera after = s.session.ShownCamera();
  CHECK(after.scale > before.scale);
  CHECK(std::abs(under(after).first - under(before).first) < 1e-9);
  CHECK(std::abs(under(after).second - under(before).second) < 1e-9);
  s.Do({.verb = Verb::kZoomAt, .x = 0.5, .y = 0, .z = 0});
  CHECK(s.session.ShownCamera().scale < after.scale);
  for (int i = 0; i < 50; ++i) s.Do(Verb::kZoomIn);
  CHECK(s.session.ShownCamera().scale == 4);
  s.Do(Verb::kWholeGraph);
  CHECK(s.session.ShownCamera().scale <= 1);
  CHECK(s.session.ShownCamera().x == s.session.ShownLayout()->w / 2);
}

TEST_CASE("Panning moves the picture and stays at the graph") {
  OpenSession s = InGraph();
  const GraphCamera before = s.session.ShownCamera();
  s.Do({.verb = Verb::kPan, .x = 10, .y = -20});
  const GraphCamera after = s.session.ShownCamera();
  CHECK(std::abs(after.x - (before.x - 10 / before.scale)) < 1e-9);
  CHECK(std::abs(after.y - (before.y + 20 / before.scale)) < 1e-9);
  for (int i = 0; i < 100; ++i) s.Do(Verb::kPanDown);
  CHECK(s.session.ShownCamera().y == s.session.ShownLayout()->h);
}

TEST_CASE("Arrows walk along the heaviest calls, and beside in a row") {
  OpenSession s = InGraph();
  s.Do(Verb::kSelectDown);
  CHECK(Selected(s) == "");
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.main")});
  s.Do(Verb::kSelectDown);
  CHECK(Selected(s) == "main.work");  // 60 of 90
  s.Do(Verb::kSelectDown);
  CHECK(Selected(s) == "runtime.mallocgc");
  s.Do(Verb::kSelectDown);
  CHECK(Selected(s) == "runtime.mallocgc");
  s.Do(Verb::kSelectUp);
  CHECK(Selected(s) == "main.work");
  s.Do(Verb::kSelectLeft);
  CHECK(Selected(s) == "main.main");
  s.Do(Verb::kSelectRight);
  CHECK(Selected(s) == "main.work");
  CHECK(s.view().by_key);
}

TEST_CASE("Hits are stepped through from the top, going round") {
  OpenSession s = InGraph();
  s.Do({.verb = Verb::kSearch, .text = "main."});
  std::vector<std::string> seen;
  for (int i = 0; i < 4; ++i) {
    s.Do(Verb::kNextMatch);
    seen.push_back(Selected(s));
  }
  CHECK(seen == std::vector<std::string>{"main.main", "main.work", "main.rest", "main.main"});
  s.Do(Verb::kPreviousMatch);
  CHECK(Selected(s) == "main.rest");
}

TEST_CASE("Another query has another graph, seen from its start") {
  OpenSession s = InGraph();
  s.Do(Verb::kZoomIn);
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  const std::size_t asked = s.asked;
  s.Do(Verb::kFocus);
  CHECK(s.asked > asked);
  CHECK(s.session.ShownLayout() != nullptr);
  CHECK(s.view().camera.scale == 0);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&view=graph");
}

TEST_CASE("What was chosen elsewhere comes into sight in the graph, once") {
  OpenSession s = InGraph();
  const GraphLayout& layout = *s.session.ShownLayout();
  s.Do({.verb = Verb::kZoomAt, .x = 6});
  const auto in_sight = [&] {
    const auto node = s.session.ShownGraph()->NodeOf(*s.view().selected_name);
    const GraphCamera camera = s.session.ShownCamera();
    return std::fabs(layout.nodes[*node].x - camera.x) * camera.scale < 300 &&
           std::fabs(layout.nodes[*node].y - camera.y) * camera.scale < 200;
  };
  for (const char* path : {"main.main", "main.main;main.rest;runtime.mallocgc"}) {
    s.Do(Verb::kViewFlame);
    s.Do({.verb = Verb::kSelectBox, .box = s.box(path)});
    s.Do(Verb::kViewGraph);
    CHECK(in_sight());
  }
  // And may be left again.
  s.Do({.verb = Verb::kPan, .x = 3000, .y = 3000});
  const GraphCamera there = s.session.ShownCamera();
  s.Settle();
  CHECK(s.session.ShownCamera() == there);
  CHECK_FALSE(in_sight());
}

}  // namespace
}  // namespace burnglass
