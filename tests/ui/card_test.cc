// The function card as a person sees it.
#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("Space shows what the selected function costs in every sample type") {
  Viewer v;
  v.Size().Open();
  v.Click(v.Find("box", "main.work").middle());
  v.Settle();
  CHECK(v.Press("Space", " "));
  v.Settle();
  CHECK(v.Find("label", "function card").value == "main.work");
  const Seen tile = v.Find("row", "cpu of test.pb.gz");
  CHECK(tile.value == "cum 60 ns 60.0 % of 100 ns; flat 10 ns · 60 samples");
  CHECK(v.Find("row", "runtime.mallocgc").value == "callee 50.0 %");
  CHECK_FALSE(v.Look("box", "main.work"));
  CHECK(v.Press("Escape", "Escape"));
  v.Settle();
  CHECK_FALSE(v.Look("label", "function card"));
  CHECK(v.Look("box", "main.work"));
}

TEST_CASE("The card's functions lead on, and its tiles back to the graph") {
  Viewer v;
  v.Size().Open();
  v.Click(v.Find("box", "main.work").middle());
  v.Settle();
  v.Press("Space", " ");
  v.Settle();
  v.Click(v.Find("row", "main.main").middle());
  v.Settle();
  CHECK(v.Find("label", "function card").value == "main.main");
  v.Click(v.Find("button", "Copy as Markdown").middle());
  v.Settle();
  v.Click(v.Find("row", "cpu of test.pb.gz").middle());
  v.Settle();
  CHECK_FALSE(v.Look("label", "function card"));
  CHECK(v.Boxes("main.main").size() == 1);
}

TEST_CASE("A narrow window has the card in one column") {
  Viewer v;
  v.Size(390, 844).Open();
  v.Click(v.Find("box", "main.work").middle());
  v.Settle();
  v.Press("Space", " ");
  v.Settle();
  const Seen tile = v.Find("row", "cpu of test.pb.gz");
  CHECK(tile.rect.w > 300);
  CHECK(tile.rect.right() <= 390);
  CHECK_FALSE(v.Look("button", "Focus"));  // the sheet of the graph is not below it
}

}  // namespace
}  // namespace burnglass::ui
