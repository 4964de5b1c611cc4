// The top table by groups.
#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("The table goes by packages, and a package leads to its functions") {
  Viewer v;
  v.Size().Open();
  v.Press("Digit2", "2");
  v.Settle();
  v.Click(v.Find("button", "Packages").middle());
  v.Settle();
  CHECK(v.Find("row", "runtime").value == "flat 65 ns 65.0 % cum 65 ns 65.0 %");
  CHECK(v.Find("row", "example.com/lib").value == "flat 20 ns 20.0 % cum 20 ns 20.0 %");
  CHECK_FALSE(v.Look("row", "main.work"));
  v.Click(v.Find("row", "runtime").middle());
  v.Settle();
  CHECK(v.Find("field", "find functions").value == "^runtime[.:]");
  CHECK(v.Find("button", "Functions").Is("selected"));
}

TEST_CASE("Groups are sorted by their heads") {
  Viewer v;
  v.Size().Open();
  v.Press("Digit2", "2");
  v.Settle();
  v.Click(v.Find("button", "Modules").middle());
  v.Settle();
  CHECK(v.Find("button", "sort by flat").Is("selected"));
  v.Click(v.Find("button", "sort by cum").middle());
  v.Settle();
  CHECK(v.Find("button", "sort by cum").Is("selected"));
  CHECK(v.Find("row", "main").value == "flat 15 ns 15.0 % cum 90 ns 90.0 %");
}

TEST_CASE("A narrow window steps through what a row is") {
  Viewer v;
  v.Size(390, 844).Open();
  v.Press("Digit2", "2");
  v.Settle();
  v.Click(v.Find("button", "Functions").middle());
  v.Settle();
  CHECK(v.Look("button", "Packages"));
  CHECK(v.Look("row", "runtime"));
}

}  // namespace
}  // namespace burnglass::ui
