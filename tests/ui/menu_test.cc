// The menu of a function, menus by key, and copying.
#include <cmath>

#include "viewer.h"

namespace burnglass::ui {
namespace {

std::vector<std::string> Items(const Viewer& v) {
  std::vector<std::string> labels;
  for (const Seen& item : v.All("menuitem")) labels.push_back(item.name);
  return labels;
}

std::string Current(const Viewer& v) {
  for (const Seen& item : v.All("menuitem")) {
    if (item.Is("hovered")) return item.name;
  }
  return "";
}

TEST_CASE("the right button selects a box and opens its menu where the pointer is") {
  Viewer v;
  v.Open();
  const Point at = v.Find("box", "main.work").middle();
  v.RightClick(at);
  CHECK(v.Find("box", "main.work").Is("selected"));
  const Seen menu = v.Find("label", "menu");
  CHECK(menu.value == "main.work");
  CHECK(menu.rect.w == 304);
  CHECK(std::abs(menu.rect.x - at.x) < 1);
  const std::vector<std::string> items = Items(v);
  REQUIRE(items.size() >= 9);
  CHECK(items[0] == "Focus");
  CHECK(items[3] == "Show from");
  CHECK(items.back() == "Copy as burnglass");
  CHECK_FALSE(v.Look("label", "card"));
  v.Click(v.Find("menuitem", "Focus").middle());
  CHECK(v.app.Link() == "f=%5Emain%5C.work%24");
  CHECK(Items(v).empty());
}

TEST_CASE("the menu closes by Escape, by a press beside it, and by the key of a line") {
  Viewer v;
  v.Open();
  const Point at = v.Find("box", "main.work").middle();
  v.RightClick(at);
  v.Press("Escape", "Escape");
  CHECK(Items(v).empty());
  CHECK(v.Find("box", "main.work").Is("selected"));
  v.RightClick(at);
  v.Click({20, 780});
  CHECK(Items(v).empty());
  CHECK(v.Find("box", "main.work").Is("selected"));
  v.RightClick(at);
  v.Press("KeyI", "I", kShift);
  CHECK(Items(v).empty());
  CHECK(v.app.Link() == "i=%5Emain%5C.work%24");
}

TEST_CASE("arrows and Enter work in it") {
  Viewer v;
  v.Open();
  v.Click(v.Find("box", "main.work").middle());
  CHECK(v.Press("F10", "F10", kShift));
  CHECK(Current(v) == "Focus");
  CHECK(v.Find("label", "menu").rect.y >= v.Find("box", "main.work").rect.bottom());
  v.Press("ArrowDown", "ArrowDown");
  v.Press("ArrowDown", "ArrowDown");
  CHECK(Current(v) == "Hide");
  v.Press("End", "End");
  CHECK(Current(v) == "Copy as burnglass");
  v.Press("ArrowDown", "ArrowDown");
  v.Press("ArrowUp", "ArrowUp");
  v.Press("Enter", "Enter");
  CHECK(v.machine.copied == "burnglass pprof -top test.pb.gz");
  CHECK(v.Find("label", "notice").value == "The command is copied.");
  CHECK(Items(v).empty());
}

TEST_CASE("without a selection there is no menu by key") {
  Viewer v;
  v.Open();
  v.Press("ContextMenu", "ContextMenu");
  CHECK(Items(v).empty());
  v.Click(v.Find("box", "main.work").middle());
  v.Press("ContextMenu", "ContextMenu");
  CHECK_FALSE(Items(v).empty());
}

TEST_CASE("other menus take the same keys, from what is chosen now") {
  Viewer v;
  v.Open();
  v.Press("KeyT", "t");
  CHECK(Current(v) == "cpu");
  v.Press("ArrowUp", "ArrowUp");
  v.Press("Enter", "Enter");
  CHECK(v.app.Link() == "si=samples");
}

TEST_CASE("a row has the same menu, in the table and beside callers") {
  Viewer v;
  v.Open();
  v.RightClick(v.Find("row", "runtime.mallocgc").middle());
  CHECK(v.Find("label", "menu").value == "runtime.mallocgc");
  CHECK(v.Find("row", "runtime.mallocgc").Is("selected"));
  v.Click(v.Find("menuitem", "Copy row").middle());
  CHECK(v.machine.copied.starts_with("runtime.mallocgc\t"));
  // The same row again does not step to the function's next box.
  v.RightClick(v.Find("row", "runtime.mallocgc").middle());
  CHECK(v.Find("box", "runtime.mallocgc").Is("selected"));
  v.Press("Escape", "Escape");
  for (const Seen& row : v.All("row")) {
    if (row.value != "30 ns 54.5 %") continue;
    v.RightClick(row.middle());
    CHECK(v.Find("label", "menu").value == row.name);
    return;
  }
  FAIL("no caller is seen");
}

TEST_CASE("the root has only what makes sense for it") {
  Viewer v;
  v.Open();
  v.RightClick(v.Find("box", "root").middle());
  for (const std::string& label : Items(v)) CHECK(label.starts_with("Copy"));
  CHECK_FALSE(Items(v).empty());
}

TEST_CASE("a finger that stays opens the menu, one that moves does not") {
  Viewer v;
  v.app.SetPreferences({.coarse_pointer = true});
  v.Size(390, 844, 2).Open();
  const Point at = v.Find("box", "main.work").middle();
  v.Tap(at, 300);
  CHECK(Items(v).empty());
  CHECK(v.Find("box", "main.work").Is("selected"));
  v.Tap(at, 700);
  CHECK_FALSE(Items(v).empty());
  CHECK(v.Find("menuitem", "Focus").rect.h == 44);
  v.Tap(v.Find("menuitem", "Ignore").middle());
  CHECK(v.app.Link() == "i=%5Emain%5C.work%24");
}

TEST_CASE("the menu stays on the screen") {
  Viewer v;
  v.Open();
  v.Press("Digit2", "2");
  v.RightClick({1260, 220});
  const Rect menu = v.Find("label", "menu").rect;
  CHECK(menu.right() <= 1280);
  v.Press("Escape", "Escape");
  v.Size(320, 480);
  v.Settle();
  v.RightClick(v.Find("row", "main.work").middle());
  CHECK(v.Find("label", "menu").rect.bottom() <= 480);
}

TEST_CASE("the table is copied by its button") {
  Viewer v;
  v.Open();
  v.Click(v.Find("button", "copy the table").middle());
  CHECK(v.machine.copied.starts_with("function\tfile\tline\tflat (nanoseconds)"));
}

}  // namespace
}  // namespace burnglass::ui
