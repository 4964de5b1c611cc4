// Shapes, colours and the callers view under a person's hands.
#include "ui/colouring.h"
#include "viewer.h"

namespace burnglass::ui {
namespace {

constexpr const char* kWork = "main.work";
constexpr const char* kMain = "main.main";
constexpr const char* kMalloc = "runtime.mallocgc";

TEST_CASE("the menu of shapes turns the graph round") {
  Viewer v;
  v.Open();
  CHECK(v.Find("box", kMalloc).rect.y > v.Find("box", kMain).rect.y);
  v.Click(v.Find("button", "Top-down").middle());
  CHECK(v.Find("menuitem", "Top-down").Is("selected"));
  v.Click(v.Find("menuitem", "Bottom-up").middle());
  v.Settle();
  CHECK(v.Look("button", "Bottom-up"));
  CHECK_FALSE(v.Look("menuitem", "Bottom-up"));
  CHECK(v.Find("box", kMalloc).rect.y < v.Find("box", kMain).rect.y);
  CHECK(v.Find("box", kMalloc).value == "55 ns · 55.0 %");
  v.Move(v.Find("box", kMalloc).middle());
  const std::string card = v.Find("label", "card").value;
  CHECK(card.find("flat 55 ns") != std::string::npos);
  CHECK(card.find("cum") == std::string::npos);
}

TEST_CASE("keys shape the graph, too") {
  Viewer v;
  v.Open();
  v.Press("KeyI", "i");
  v.Press("KeyE", "e");
  v.Press("KeyR", "r");
  v.Settle();
  CHECK(v.app.Link() == "tree=inverted&order=name&recursion=folded");
  CHECK(v.Look("button", "Bottom-up, by name, folded"));
}

TEST_CASE("packages fold by the menu and by key, and frames are chosen there") {
  Viewer v;
  v.Open();
  v.Press("KeyM", "m");
  v.Settle();
  CHECK(v.app.Link() == "packages=folded");
  v.Click(v.Find("button", "Top-down, packages").middle());
  CHECK(v.Find("menuitem", "Calls within a package as one box").Is("selected"));
  CHECK(v.Find("menuitem", "Frames: functions").Is("selected"));
  v.Click(v.Find("menuitem", "Frames: lines").middle());
  v.Settle();
  CHECK(v.app.Link() == "g=lines&packages=folded");
  CHECK(v.Look("button", "Top-down, packages, lines"));
}

TEST_CASE("a graph without its small boxes says so") {
  Viewer v;
  v.Open();
  CHECK_FALSE(v.Look("label", "pruned"));
  v.engine.pruned_below = 2;
  v.Press("KeyI", "i");
  v.Settle();
  CHECK(v.Find("label", "pruned").value == "boxes under 2 % are not shown in this shape");
}

TEST_CASE("colours say what the menu says") {
  Viewer v;
  v.Open();
  const FakePainter& painter = v.machine.painter;
  const Theme& theme = ThemeFor(v.machine.dark, false);
  const auto colour = [&](const char* name) { return painter.colours[v.engine.Name(name)]; };
  const auto same = [](Rgba a, Rgba b) { return a.r == b.r && a.g == b.g && a.b == b.b; };
  const auto choose = [&](const char* now, const char* next) {
    v.Click(v.Find("button", std::string("Colour: ") + now).middle());
    v.Click(v.Find("menuitem", std::string("By ") + next).middle());
    v.Settle();
  };
  CHECK(v.Find("label", "legend").value == "package");
  CHECK(same(colour(kWork), BoxFill(theme, NameClass::kOwn, PackageHue("main"))));
  choose("package", "heat");
  CHECK(same(colour(kMalloc), HeatFill(theme, 1)));
  CHECK(same(colour(kMain), HeatFill(theme, 0)));
  CHECK(v.Find("label", "legend").value == "heat");
  choose("heat", "kind of code");
  CHECK(same(colour(kMalloc), BoxFill(theme, NameClass::kRuntime, ClassHue(NameClass::kRuntime))));
  CHECK(same(colour(kWork), colour(kMain)));
  choose("kind of code", "file");
  CHECK(same(colour(kWork), BoxFill(theme, NameClass::kOwn, PackageHue("/src/app/work.go"))));
  CHECK(painter.colour_uploads == 4);
  choose("file", "binary");
  CHECK(v.Find("label", "legend").value == "binary");
}

TEST_CASE("labels read on every heat") {
  for (const bool dark : {false, true}) {
    const Theme& t = ThemeFor(dark, false);
    for (float heat = 0; heat <= 1; heat += 0.125f) {
      INFO(heat << (dark ? ", dark" : ", light"));
      CHECK(Contrast(t.flame_text, HeatFill(t, heat)) >= 4.5f);
      CHECK(Contrast(t.outline, HeatFill(t, heat)) >= 2.5f);
    }
  }
}

TEST_CASE("callers grow up from the function, callees down") {
  Viewer v;
  v.Open();
  v.Click(v.Find("row", kWork).middle());
  v.Press("KeyV", "v");
  v.Settle();
  CHECK(v.Find("tab", "Callers").Is("selected"));
  const Seen bar = v.Find("box", kWork);
  CHECK(bar.rect.h == 32);
  CHECK(bar.value == "60 ns · 60.0 %");
  const Seen caller = v.Find("box", kMain), callee = v.Find("box", kMalloc);
  CHECK(caller.rect.y + caller.rect.h < bar.rect.y);
  CHECK(callee.rect.y > bar.rect.y + bar.rect.h);
  CHECK(caller.rect.x == bar.rect.x);
  CHECK(std::abs(caller.rect.w - (bar.rect.w - 1)) < 0.01f);
  CHECK(std::abs(callee.rect.w - (bar.rect.w / 2 - 1)) < 0.01f);
  CHECK(v.Find("label", "pivot of").value == "all occurrences merged");
  CHECK(v.Find("label", "Callers").value == "1");
  CHECK(v.Find("label", "Callees").value == "2");
  CHECK(v.Boxes("root").empty());
}

TEST_CASE("nothing is selected: the view says whom it has chosen") {
  Viewer v;
  v.Open();
  v.Press("Digit3", "3");
  v.Settle();
  CHECK(v.Find("box", kWork).Is("selected"));
  CHECK(v.Find("label", "pivot of").value.find("nothing is selected") == 0);
  CHECK_FALSE(v.Look("chip", "pivot"));
}

TEST_CASE("a row of the lists leads to its function, Backspace back, the chip to the first") {
  Viewer v;
  v.Open();
  v.Press("Digit3", "3");
  v.Settle();
  const Seen row = v.Find("row", kMalloc);
  CHECK(row.value == "30 ns 50.0 %");
  v.Click(row.middle());
  v.Settle();
  CHECK(v.Find("box", kMalloc).rect.h == 32);
  CHECK(v.Find("chip", "pivot").value == kMalloc);
  v.Click(v.Find("row", "main.rest").middle());
  v.Settle();
  CHECK(v.Find("box", "main.rest").rect.h == 32);
  v.Press("Backspace", "Backspace");
  v.Settle();
  CHECK(v.Find("box", kMalloc).rect.h == 32);
  v.Click(v.Find("chip", "pivot").middle());
  v.Settle();
  CHECK(v.Find("box", kWork).rect.h == 32);
}

TEST_CASE("callers and callees move as one picture") {
  Viewer v;
  v.Open();
  v.Click(v.Find("row", kWork).middle());
  v.Press("KeyV", "v");
  v.Settle();
  const float bar = v.Find("box", kWork).rect.y;
  const Seen callee = v.Find("box", kMalloc);
  v.DoubleClick(callee.middle());
  v.Settle();
  // What fills the window below fills it above.
  CHECK(v.Find("box", kMalloc).rect.w > 800);
  CHECK(v.machine.painter.boxes[3].size() == 1);
  const Seen wide = v.Find("box", kMalloc);
  v.Drag(wide.middle(), {wide.middle().x, wide.middle().y + 18});
  v.Settle();
  CHECK(v.Find("box", kWork).rect.y == bar + 18);
  CHECK(v.Find("box", kMalloc).rect.y == wide.rect.y + 18);
  v.Move(v.Find("box", kMain).middle());
  CHECK(v.Find("label", "card").value.find("cum 60 ns") != std::string::npos);
  v.Press("Digit1", "1");
  v.Settle();
  CHECK(v.Find("box", "root").rect.w == 1280 - 440 - 16 - 1);
}

TEST_CASE("on a telephone the lists lie below") {
  Viewer v;
  v.Size(390, 844, 2).Open();
  v.Click(v.Find("tab", "Callers").middle());
  v.Settle();
  const Seen bar = v.Find("box", kWork), row = v.Find("row", kMalloc);
  CHECK(bar.rect.h == 32);
  CHECK(row.rect.y > bar.rect.y + bar.rect.h);
  v.Click(row.middle());
  v.Settle();
  CHECK(v.Find("box", kMalloc).rect.h == 32);
}

TEST_CASE("the callers view has room or draws nothing, at any size") {
  for (const float w : {60.0f, 320.0f, 800.0f, 1300.0f}) {
    for (const float h : {50.0f, 200.0f, 330.0f, 900.0f}) {
      Viewer v;
      v.Size(w, h).Open();
      v.Press("Digit3", "3");
      v.Settle();
      for (const Seen& box : v.All("box")) {
        INFO(w << " × " << h);
        CHECK((box.rect.x >= 0 && box.rect.x + box.rect.w <= w + 1));
      }
    }
  }
}

}  // namespace
}  // namespace burnglass::ui
