// The privacy panel as it is seen.
#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("privacy: what was found, what was not, and packages to keep") {
  Viewer v;
  v.Open();
  v.Press("Digit7", "7");
  v.Click(v.Find("button", "What could it tell?").middle());
  CHECK(v.Find("row", "User names").value == "4 in 1\u2009200 places: alice, bob, eve, …");
  CHECK(v.Find("row", "URLs").value == "none");
  CHECK_FALSE(v.Find("button", "keep main").Is("selected"));
  v.Click(v.Find("button", "keep main").middle());
  CHECK(v.Find("button", "keep main").Is("selected"));
  v.Click(v.Find("button", "Save a redacted copy").middle());
  CHECK(v.machine.saved == "the redacted of  keeping main");
  v.Click(v.Find("button", "close privacy").middle());
  CHECK_FALSE(v.Look("row", "User names"));
}

TEST_CASE("privacy: by key, from the menu of what can be saved, and on a telephone") {
  Viewer v;
  v.Size(390, 844, 2).Open();
  v.Press("KeyP", "P", kShift);
  const Seen row = v.Find("row", "User names");
  CHECK(row.rect.right() <= 390);
  v.Press("Escape", "Escape");
  CHECK_FALSE(v.Look("row", "User names"));
  v.Press("KeyX", "x");
  v.Click(v.Find("menuitem", "Redacted copy …").middle());
  CHECK(v.Look("row", "User names"));
}

}  // namespace
}  // namespace burnglass::ui
