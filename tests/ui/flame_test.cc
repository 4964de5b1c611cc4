// The flame graph under a person's hands.
#include "support/viewer/sketch_of.h"
#include "viewer.h"

namespace burnglass::ui {
namespace {

constexpr const char* kWork = "main.work";
constexpr const char* kMalloc = "runtime.mallocgc";

TEST_CASE("boxes lie where their share of the total is") {
  Viewer v;
  v.Open();
  const Seen root = v.Find("box", "root");
  CHECK(root.rect.x == 8);
  CHECK(root.rect.w == 1280 - 440 - 16 - 1);
  CHECK(root.rect.h == 17);
  const Seen work = v.Find("box", kWork);
  CHECK(work.rect.x == 8);
  CHECK(std::abs(work.rect.w - (0.6f * 824 - 1)) < 0.01f);
  CHECK(work.rect.y == root.rect.y + 36);
  CHECK(work.value == "60 ns · 60.0 %");
  CHECK(v.Boxes(kMalloc).size() == 2);
}

TEST_CASE("the painter gets colours by name and the boxes once") {
  Viewer v;
  v.Open();
  const FakePainter& painter = v.machine.painter;
  CHECK(painter.colours.size() == 7);
  CHECK(painter.colour_uploads == 1);
  CHECK(painter.boxes[0].size() == 8);
  const int uploads = painter.box_uploads[0];
  v.Move({100, 400});
  v.Move(v.Find("box", kWork).middle());
  v.Click(v.Find("box", kWork).middle());
  v.Type("malloc");
  CHECK(painter.box_uploads[0] == uploads);  // hover, selection and search upload no geometry
  CHECK(painter.look[0].searching);
  CHECK(painter.look[0].selected_box == v.engine.Node("main.main;main.work"));
  CHECK(painter.look[0].same_name == v.engine.Name(kWork));
  CHECK(painter.hits.size() == 1);
}

TEST_CASE("inlined boxes are marked") {
  Viewer v;
  v.Open();
  int inlined = 0;
  for (const PaintedBox& box : v.machine.painter.boxes[0]) {
    inlined += box.flags & kPaintInlined ? 1 : 0;
  }
  CHECK(inlined == 1);
}

TEST_CASE("the card says what the box under the pointer costs") {
  Viewer v;
  v.Open();
  CHECK_FALSE(v.Look("label", "card"));
  v.Move(v.Boxes(kMalloc)[0].middle());
  const Seen card = v.Find("label", "card");
  CHECK(card.value ==
        "runtime.mallocgc; runtime · work.go:43; cum 30 ns, 30.0 % of total, 50.0 % of parent; "
        "flat 30 ns, 30.0 % of total, 50.0 % of parent; 55 ns in all 2 boxes of this function");
  CHECK(card.rect.w == 372);
  CHECK(v.Boxes(kMalloc)[0].Is("hovered"));
  CHECK_FALSE(v.Boxes(kMalloc)[1].Is("hovered"));
  CHECK(v.machine.painter.look[0].hovered_box ==
        v.engine.Node("main.main;main.work;runtime.mallocgc"));
  CHECK(v.Find("label", "function").value == kMalloc);
  v.app.Pointer(PointerEvent::kLeave, 0, 0, 0, 0, false);
  v.Settle();
  CHECK_FALSE(v.Look("label", "card"));
}

TEST_CASE("a click selects: the box, its row, and the details below") {
  Viewer v;
  v.Open();
  v.Click(v.Find("box", kWork).middle());
  CHECK(v.Find("box", kWork).Is("selected"));
  CHECK(v.Find("row", kWork).Is("selected"));
  CHECK(v.Find("label", "cum").value == "60 ns 60.0 %");
  CHECK(v.Find("label", "flat").value == "10 ns 10.0 %");
  CHECK(v.Find("label", "boxes").value == "1");
  v.Click({400, 700});  // nothing there
  CHECK_FALSE(v.Find("row", kWork).Is("selected"));
}

TEST_CASE("a double click zooms, Escape, Backspace and the breadcrumb go back") {
  Viewer v;
  v.Open();
  const float row = v.Find("box", kWork).rect.y;
  v.DoubleClick(v.Find("box", kWork).middle());
  CHECK(v.Find("box", kWork).rect.w == 823);
  CHECK(v.Find("box", kWork).rect.y == row);  // rows do not jump
  CHECK_FALSE(v.Look("box", "main.rest"));
  CHECK(v.Find("button", "main.work").value == "breadcrumb");
  int ancestors = 0;
  for (const PaintedBox& box : v.machine.painter.boxes[0]) {
    ancestors += box.flags & kPaintAncestor ? 1 : 0;
  }
  CHECK(ancestors == 2);

  SECTION("Escape") { CHECK(v.Press("Escape", "Escape")); }
  SECTION("Backspace") { CHECK(v.Press("Backspace", "Backspace")); }
  SECTION("back") { v.Click(v.Find("button", "back").middle()); }
  SECTION("breadcrumb") { v.Click(v.Find("button", "root").middle()); }
  CHECK(v.Look("box", "main.rest"));
  CHECK(v.Find("box", kWork).rect.w < 600);
}

TEST_CASE("zooming takes 160 ms, and none when motion is not wanted") {
  Viewer v;
  v.Open();
  const Point work = v.Find("box", kWork).middle();
  SECTION("with motion") {
    v.Click(work);
    v.app.Key(true, "Enter", "Enter", 0);
    v.Frame();
    v.Frame();
    const float between = v.Find("box", kWork).rect.w;
    CHECK(between > 0.6f * 824);
    CHECK(between < 823);
    v.Settle();
    CHECK(v.Find("box", kWork).rect.w == 823);
  }
  SECTION("without") {
    v.app.SetPreferences({.reduced_motion = true});
    v.Click(work);
    v.app.Key(true, "Enter", "Enter", 0);
    v.Frame();
    CHECK(v.Find("box", kWork).rect.w == 823);
  }
}

TEST_CASE("Ctrl and wheel zoom at the pointer, the wheel pans, dragging pans") {
  Viewer v;
  v.Open();
  const auto begin_of = [&] { return v.Find("box", "main.rest").rect.x; };
  const Point at{begin_of() + 0.5f, 400};
  v.Move(at);
  CHECK(v.app.Wheel(at.x, at.y, 0, -100, kCtrl));
  v.Settle();
  CHECK(v.Find("box", kWork).rect.w > 0.6f * 824 / 2);
  CHECK(std::abs(begin_of() - (at.x - 0.5f)) < 1.0f);  // what was under the pointer still is

  const float before = begin_of();
  CHECK(v.app.Wheel(at.x, at.y, 30, 0, 0));
  v.Settle();
  CHECK(std::abs(begin_of() - (before - 30)) < 0.1f);
  v.Drag({300, 500}, {340, 500});
  CHECK(std::abs(begin_of() - (before + 10)) < 0.1f);
  CHECK_FALSE(v.Find("box", kWork).Is("selected"));  // that was no click
}

TEST_CASE("a pinch zooms between the fingers") {
  Viewer v;
  v.Open();
  const float width = v.Find("box", kWork).rect.w;
  v.app.Pinch(8, 400, 1.25f);
  v.Settle();
  CHECK(std::abs(v.Find("box", kWork).rect.w - (width + 1) * 1.25f + 1) < 0.5f);
}

TEST_CASE("the root lies at the bottom when it is wanted there") {
  Viewer v;
  v.Open();
  v.Click(v.Find("button", "Root on top").middle());
  const Seen root = v.Find("box", "root"), work = v.Find("box", kWork);
  CHECK(root.rect.y == work.rect.y + 36);
  CHECK(root.rect.bottom() > 740);
  CHECK(v.app.Link() == "root=bottom");
}

TEST_CASE("arrows select neighbours") {
  Viewer v;
  v.Open();
  v.Click(v.Find("box", "main.main").middle());
  CHECK(v.Press("ArrowDown", "ArrowDown"));
  CHECK(v.Find("box", kWork).Is("selected"));
  CHECK(v.Press("ArrowRight", "ArrowRight"));
  CHECK(v.Find("box", "main.rest").Is("selected"));
}

TEST_CASE("the minimap moves the window") {
  Viewer v;
  v.Open();
  CHECK(v.Find("label", "minimap").value == "whole graph");
  v.Drag({420, 130}, {630, 130});  // half of the map: a quarter of the graph from its middle
  CHECK(v.Find("label", "minimap").value == "part");
  const Seen work = v.Find("box", kWork);
  CHECK(std::abs(work.rect.w - (0.1f * 824 / 0.25f - 1)) < 2);
  v.Drag({525, 130}, {315, 130});  // the window itself, to the left
  CHECK(std::abs(v.Find("box", kWork).rect.w - 823) < 2);
}

TEST_CASE("the edges of the window can be dragged") {
  Viewer v;
  v.Open();
  v.Drag({420, 130}, {630, 130});
  v.Drag({630, 130}, {840 - 1, 130});
  const Seen gc = v.Find("box", "runtime.gcBgMarkWorker");
  CHECK(gc.rect.w > 100);
}

TEST_CASE("the graph is drawn for the first time once") {
  Viewer v;
  v.Open();
  CHECK(v.machine.drawn == std::vector<std::uint32_t>{1});
  v.Open(2);
  CHECK(v.machine.drawn == std::vector<std::uint32_t>{1, 2});
  v.Press("KeyP", "p");
  CHECK(v.machine.drawn == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("what the device forgot is uploaded again") {
  Viewer v;
  v.Open();
  FakePainter& painter = v.machine.painter;
  v.Type("malloc");
  v.app.DeviceLost();
  const int frames = v.machine.frames;
  v.Frame();
  CHECK(v.machine.frames == frames);
  painter.colour_uploads = painter.hit_uploads = painter.box_uploads[0] = painter.box_uploads[1] =
      0;
  v.app.DeviceRestored();
  v.Settle();
  CHECK(painter.colour_uploads == 1);
  CHECK(painter.hit_uploads == 1);
  CHECK(painter.box_uploads[0] == 1);
  CHECK(painter.box_uploads[1] == 1);
}

TEST_CASE("a sketch is drawn at once, and its boxes get their numbers when the graph is there") {
  Viewer v;
  v.answering = false;
  v.app.Receive(v.engine.Opened(1));
  std::vector<Bytes> kept;
  for (int i = 0; i < 20; ++i) {
    v.Frame();
    for (const Bytes& question : std::exchange(v.machine.questions, {})) {
      const Bytes answer = v.engine.Answer(question);
      const bool sketch = Message::Read(question)->header().flame_question().sketch();
      v.app.Receive(sketch ? SketchOf(answer) : answer);
      if (sketch) kept.push_back(answer);
    }
  }
  const std::vector<PaintedBox>& graph = v.machine.painter.boxes[0];
  const std::vector<PaintedBox>& map = v.machine.painter.boxes[1];
  REQUIRE(graph.size() == 8);
  REQUIRE(kept.size() == 1);
  CHECK(v.machine.drawn == std::vector<std::uint32_t>{1});
  for (const PaintedBox& box : graph) CHECK(box.box >= 0x80000000);
  v.answering = true;
  v.Click(v.Find("box", kWork).middle());
  v.app.Receive(kept[0]);
  v.Settle();
  REQUIRE(graph.size() == 8);
  for (const PaintedBox& box : graph) CHECK(box.box < 8);
  for (const PaintedBox& box : map) CHECK(box.box < 8);
  CHECK(v.machine.painter.look[0].selected_box == v.engine.Node("main.main;main.work"));
}

}  // namespace
TEST_CASE("a key that comes before a click was drawn is for what the click chose") {
  Viewer v;
  v.Open();
  const Seen box = v.Find("box", kWork);
  const float whole = v.Find("box", "root").rect.w;
  const Point at = box.middle();
  v.app.Pointer(PointerEvent::kMove, at.x, at.y, 0, 0, false);
  v.app.Pointer(PointerEvent::kDown, at.x, at.y, 0, 0, false);
  v.app.Pointer(PointerEvent::kUp, at.x, at.y, 0, 0, false);
  CHECK(v.Press("Enter", "Enter"));
  v.Settle();
  CHECK(v.Find("box", kWork).rect.w > whole - 2);
}

}  // namespace burnglass::ui
