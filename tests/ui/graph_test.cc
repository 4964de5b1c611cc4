// The call graph on screen: nodes, lines, gestures; and the menu of exports.
#include <algorithm>
#include <cmath>

#include "viewer.h"

namespace burnglass::ui {
namespace {

Viewer& OpenGraph(Viewer& v) {
  v.app.SetPreferences({.dark = true, .reduced_motion = true});
  v.Open();
  CHECK(v.Press("Digit4", "4"));
  return v;
}

TEST_CASE("the tab of the graph stands in its place, and 4 goes there") {
  Viewer v;
  OpenGraph(v);
  const std::vector<Seen> tabs = v.All("tab");
  const auto at = [&](std::string_view name) {
    return std::find_if(tabs.begin(), tabs.end(), [&](const Seen& s) { return s.name == name; });
  };
  REQUIRE(at("Graph") != tabs.end());
  CHECK(at("Top") < at("Graph"));
  CHECK(at("Graph") < at("Facts"));
  CHECK(at("Graph")->Is("selected"));
}

TEST_CASE("every function is a node with its cost, every call an edge") {
  Viewer v;
  OpenGraph(v);
  CHECK(v.All("box").size() == 6);
  CHECK(v.Find("box", "main.work").value == "60 ns · 60.0 %");
  CHECK(v.Find("box", "runtime.mallocgc").value == "55 ns · 55.0 %");
  CHECK(v.All("edge").size() == 5);
  CHECK(v.Find("edge", "main.work → runtime.mallocgc").value == "30 ns");
  CHECK(v.Find("label", "graph").value == "6 functions, 100.0 % of 100 ns");
  const Rect& node = v.Find("box", "main.work").rect;
  CHECK(std::abs(node.w / node.h - 158.0f / 46) < 0.01f);
}

TEST_CASE("a call over functions that are left out says so") {
  Viewer v;
  v.engine.residual_edges = true;
  OpenGraph(v);
  CHECK(v.Look("edge", "main.main … main.work"));
  CHECK_FALSE(v.Look("edge", "main.main → main.work"));
}

TEST_CASE("while the graph is laid out the view says so, and why it cannot be") {
  Viewer v;
  v.Open();
  v.answering = false;
  v.app.Key(true, "Digit4", "4", 0);
  v.Frame(), v.Frame();
  CHECK(v.Find("label", "graph").value == "Summing up the calls …");
  for (const Bytes& question : std::exchange(v.machine.questions, {})) {
    v.app.Receive(v.engine.Answer(question));
  }
  v.Frame(), v.Frame();
  CHECK(v.Find("label", "graph").value == "Laying out the call graph …");
  REQUIRE(v.machine.layouts.size() == 1);
  v.app.LaidOut(v.machine.layouts[0].first, "!The engine stopped.");
  v.Frame(), v.Frame();
  CHECK(v.Find("label", "graph").value == "The engine stopped.");
  CHECK(v.All("box").empty());
}

TEST_CASE("a click selects, a click beside lets go, a double click focuses") {
  Viewer v;
  OpenGraph(v);
  v.Click(v.Find("box", "main.work").middle());
  CHECK(v.Find("box", "main.work").Is("selected"));
  CHECK(v.Find("edge", "main.work → runtime.mallocgc").Is("selected"));
  CHECK_FALSE(v.Find("edge", "main.main → main.rest").Is("selected"));
  v.Click({640, 780 - 60});
  CHECK_FALSE(v.Find("box", "main.work").Is("selected"));
  v.DoubleClick(v.Find("box", "main.rest").middle());
  CHECK(v.app.Link() == "f=%5Emain%5C.rest%24&view=graph");
}

TEST_CASE("pointing at a node marks its calls") {
  Viewer v;
  OpenGraph(v);
  v.Move(v.Find("box", "main.rest").middle());
  CHECK(v.Find("box", "main.rest").Is("hovered"));
  CHECK(v.Find("edge", "main.main → main.rest").Is("hovered"));
  CHECK_FALSE(v.Find("edge", "main.main → main.work").Is("hovered"));
  CHECK(v.machine.cursor == Cursor::kHand);
  CHECK(v.Find("label", "function").value == "main.rest");
}

TEST_CASE("the wheel zooms at the pointer, fingers do so between them") {
  Viewer v;
  OpenGraph(v);
  const Seen before = v.Find("box", "main.work");
  const Point at = before.middle();
  v.Move(at);
  SECTION("wheel") { CHECK(v.app.Wheel(at.x, at.y, 0, -120, 0)); }
  SECTION("pinch") { v.app.Pinch(at.x, at.y, 1.3f); }
  v.Settle();
  const Seen after = v.Find("box", "main.work");
  CHECK(after.rect.w > before.rect.w * 1.1f);
  CHECK(std::abs(after.middle().x - at.x) < 1.5f);
  CHECK(std::abs(after.middle().y - at.y) < 1.5f);
}

TEST_CASE("a drag moves the picture by just its way and selects nothing") {
  Viewer v;
  OpenGraph(v);
  v.Press("Equal", "+");
  const Seen before = v.Find("box", "main.work");
  v.Drag(before.middle(), {before.middle().x - 60, before.middle().y + 30});
  const Seen after = v.Find("box", "main.work");
  CHECK(std::abs(after.rect.x - before.rect.x + 60) < 1.5f);
  CHECK(std::abs(after.rect.y - before.rect.y - 30) < 1.5f);
  CHECK_FALSE(after.Is("selected"));
}

TEST_CASE("keys walk along the calls, zoom and show all again") {
  Viewer v;
  OpenGraph(v);
  v.Click(v.Find("box", "main.main").middle());
  v.Press("ArrowDown", "ArrowDown");
  CHECK(v.Find("box", "main.work").Is("selected"));
  v.Press("ArrowUp", "ArrowUp");
  CHECK(v.Find("box", "main.main").Is("selected"));
  const float width = v.Find("box", "main.main").rect.w;
  v.Press("Equal", "+");
  CHECK(v.Find("box", "main.main").rect.w > width * 1.2f);
  v.Press("Digit0", "0");
  CHECK(std::abs(v.Find("box", "main.main").rect.w - width) < 1);
  v.Press("KeyF", "F", kShift);
  CHECK(v.app.Link() == "f=%5Emain%5C.main%24&view=graph");
}

TEST_CASE("hits burn in the graph, and Enter goes from one to the next") {
  Viewer v;
  OpenGraph(v);
  v.Type("main.");
  CHECK(v.Find("box", "main.work").Is("match"));
  CHECK_FALSE(v.Find("box", "runtime.mallocgc").Is("match"));
  v.app.PressFieldKey(FieldId::kSearch, FieldKey::kEnter, 0);
  v.Settle();
  CHECK(v.Find("box", "main.main").Is("selected"));
}

TEST_CASE("the overview moves the picture, buttons zoom") {
  Viewer v;
  OpenGraph(v);
  CHECK(v.Find("label", "overview").value == "whole graph");
  for (int i = 0; i < 6; ++i) v.Click(v.Find("button", "zoom in").middle());
  CHECK(v.Find("label", "overview").value == "part");
  const Rect overview = v.Find("label", "overview").rect;
  v.Click({overview.x + 9, overview.y + 9});
  const std::vector<Seen> boxes = v.All("box");
  REQUIRE(boxes.size() > 0);
  CHECK(v.Look("box", "main.main"));
  CHECK_FALSE(v.Look("box", "runtime.gcBgMarkWorker"));
  v.Click(v.Find("button", "fit").middle());
  CHECK(v.All("box").size() == 6);
}

TEST_CASE("the menu saves what is chosen from it") {
  Viewer v;
  OpenGraph(v);
  v.Click(v.Find("button", "save as").middle());
  const std::vector<Seen> items = v.All("menuitem");
  REQUIRE(items.size() >= 12);
  v.Click(v.Find("menuitem", "Folded stacks").middle());
  CHECK(v.machine.saved_name == "test.folded");
  CHECK(v.machine.saved == "the folded of ");
  CHECK(v.All("menuitem").empty());
  CHECK(v.app.Command("exports"));
  v.Settle();
  v.Click(v.Find("menuitem", "Picture, twice as large").middle());
  CHECK(v.machine.saved_name == "app.png");
  CHECK(v.machine.picture_scale == 2);
  v.Click(v.Find("button", "save SVG").middle());
  CHECK(v.machine.saved_name == "app-graph.svg");
  CHECK(v.machine.saved.starts_with("<svg "));
}

TEST_CASE("the graph is there on a telephone, too") {
  Viewer v;
  v.Size(390, 844, 2);
  OpenGraph(v);
  CHECK(v.All("box").size() > 0);
  CHECK_FALSE(v.Look("label", "overview"));
  for (const Seen& seen : v.Snapshot()) {
    INFO(seen.role << " " << seen.name);
    CHECK(seen.rect.right() <= 391);
  }
}

}  // namespace
}  // namespace burnglass::ui
