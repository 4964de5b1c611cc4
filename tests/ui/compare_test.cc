// Comparing by pointer: the button, the bar, the lenses, the panel, the table, side by side.
#include "viewer.h"

namespace burnglass::ui {
namespace {

// Two profiles, the second in front, compared with the first.
struct Compared : Viewer {
  explicit Compared(float w = 1280, float h = 800) {
    Size(w, h).Open(1).Open(2);
    app.Command("next_profile");
    Settle();
    app.Command("compare");
    Settle();
    Click(All("menuitem")[0].middle());
    Settle();
  }
};

TEST_CASE("Compare is offered as soon as there are two profiles") {
  Viewer v;
  v.Size().Open(1);
  CHECK_FALSE(v.Look("button", "Compare"));
  v.Open(2);
  v.Settle();
  v.Click(v.Find("button", "Compare").middle());
  v.Settle();
  CHECK(v.Find("label", "menu").value == "Compare with, as what was before");
  REQUIRE(v.All("menuitem").size() == 1);
  v.Click(v.All("menuitem")[0].middle());
  v.Settle();
  CHECK(v.All("tab").size() > 3);
  CHECK(v.Find("label", "headline").value.find("main.main takes 180 ns now, 90 ns before") == 0);
}

TEST_CASE("The panel has every function with both sides, and greys what may be chance") {
  Compared v;
  const Seen work = v.Find("row", "main.work");
  CHECK(work.value ==
        "flat A 10 ns B 20 ns +10 ns from +9 ns to +11 ns, cum A 60 ns B 120 ns +60 ns from +58 ns "
        "to +62 ns, beyond noise");
  CHECK_FALSE(work.Is("disabled"));
  const Seen malloc = v.Find("row", "runtime.mallocgc");
  CHECK(malloc.Is("disabled"));
  CHECK(malloc.value.ends_with("within noise"));
  CHECK(v.Find("label", "noise").value == "2 of 6 functions that changed are within noise");
  CHECK(v.Find("label", "legend").value == "less in B, grey: within noise, more in B");
}

TEST_CASE("Lenses leave their rows alone and dim the rest") {
  Compared v;
  v.Click(v.Find("button", "Grew").middle());
  v.Settle();
  CHECK(v.Find("button", "Grew").Is("selected"));
  CHECK(v.Look("row", "main.work"));
  CHECK_FALSE(v.Look("row", "runtime.mallocgc"));
  v.Click(v.Find("button", "Gone").middle());
  v.Settle();
  CHECK(v.All("row").empty());
  v.Click(v.Find("button", "All").middle());
  v.Settle();
  CHECK(v.Look("row", "runtime.mallocgc"));
}

TEST_CASE("A box says both sides and by how much they differ") {
  Compared v;
  v.Move(v.Boxes("main.work")[0].middle());
  v.Settle();
  const std::string card = v.Find("label", "card").value;
  CHECK(card.find("A, before 0 ns") != std::string::npos);
  CHECK(card.find("B, after 60 ns") != std::string::npos);
  CHECK(card.find("difference +60 ns (new)") != std::string::npos);
  CHECK(card.find("beyond noise") != std::string::npos);
}

TEST_CASE("Sides, mode and width have their menus") {
  Compared v;
  v.Click(v.Find("button", "Absolute").middle());
  v.Settle();
  v.Click(v.Find("menuitem", "Normalised to equal totals").middle());
  v.Settle();
  CHECK(v.Look("button", "Normalised to totals"));
  v.Click(v.Find("button", "Width: both").middle());
  v.Settle();
  v.Click(v.Find("menuitem", "B, what is after").middle());
  v.Settle();
  CHECK(v.Look("button", "Width: B"));
  v.Click(v.Find("button", "swap A and B").middle());
  v.Settle();
  CHECK(v.Look("label", "headline"));
}

TEST_CASE("Side by side two graphs have one selection") {
  Compared v;
  v.Click(v.Find("tab", "Side by side").middle());
  v.Settle();
  REQUIRE(v.Boxes("main.work").size() == 2);
  v.Click(v.Boxes("main.work")[1].middle());
  v.Settle();
  CHECK(v.Boxes("main.work")[0].Is("selected"));
  CHECK(v.Boxes("main.work")[1].Is("selected"));
  v.DoubleClick(v.Boxes("main.work")[0].middle());
  v.Settle();
  const auto boxes = v.Boxes("main.work");
  CHECK(boxes[0].rect.w > 300);
  CHECK(boxes[1].rect.w == boxes[0].rect.w);
}

TEST_CASE("The table alone has every change, and a narrow window folds") {
  Compared v(400, 844);
  CHECK(v.Look("label", "legend"));
  CHECK(v.Look("button", "Grew"));
  v.Press("Digit2", "2");
  v.Settle();
  CHECK(v.Look("row", "main.work"));
  for (const Seen& one : v.Snapshot()) {
    INFO(one.role << " " << one.name);
    CHECK(one.rect.right() <= 400.5f);
  }
}

}  // namespace
}  // namespace burnglass::ui
