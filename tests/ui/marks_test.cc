// Rows of the table marked under a person's hands.
#include "viewer.h"

namespace burnglass::ui {
namespace {

void ClickWith(Viewer& v, Point at, std::uint32_t mods) {
  v.Move(at);
  v.now += 1000;  // not the second of two clicks
  v.app.Pointer(PointerEvent::kDown, at.x, at.y, 0, mods, false);
  v.Frame();
  v.app.Pointer(PointerEvent::kUp, at.x, at.y, 0, mods, false);
  v.Settle();
}

TEST_CASE("rows are marked with Ctrl and Shift, and a bar filters on all of them") {
  Viewer v;
  v.Open();
  v.Press("Digit2", "2");
  v.Settle();
  CHECK_FALSE(v.Look("label", "marked"));
  v.Click(v.Find("row", "main.work").middle());
  v.Settle();
  ClickWith(v, v.Find("row", "runtime.mallocgc").middle(), kCtrl);
  CHECK(v.Find("label", "marked").value == "2 selected");
  CHECK(v.Find("row", "main.work").Is("selected"));
  CHECK(v.Find("row", "runtime.mallocgc").Is("selected"));
  v.Click(v.Find("button", "None").middle());
  v.Settle();
  CHECK_FALSE(v.Look("label", "marked"));
  const std::vector<Seen> rows = v.All("row");
  REQUIRE(rows.size() > 3);
  v.Click(rows[0].middle());
  v.Settle();
  ClickWith(v, rows[2].middle(), kShift);
  CHECK(v.Find("label", "marked").value == "3 selected");
  v.Click(v.Find("button", "Hide all").middle());
  v.Settle();
  CHECK_FALSE(v.Look("label", "marked"));
  const std::string link = v.app.Link();
  CHECK(link.starts_with("h="));
  CHECK(link.find("%7C") != std::string::npos);
}

}  // namespace
}  // namespace burnglass::ui
