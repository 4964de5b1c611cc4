// Windows on the graph, and the way back.
#include "session/zoom.h"
#include "open_session.h"

namespace burnglass {
namespace {

bool Near(double a, double b) { return std::abs(a - b) < 1e-6; }

TEST_CASE("a window stays inside of the graph") {
  CHECK(Clamped({-5, 10}, 100) == Window{0, 10});
  CHECK(Clamped({95, 10}, 100) == Window{90, 10});
  CHECK(Clamped({0, 500}, 100) == Window{0, 100});
  CHECK(Clamped({50, 0.0001}, 100) == Window{50, 0.25});
}

TEST_CASE("zooming keeps the place under the pointer") {
  const Window zoomed = ZoomedAt({0, 100}, 2, 0.3, 100);
  CHECK(zoomed == Window{15, 50});
  CHECK(Near(zoomed.begin + 0.3 * zoomed.width, 30));
  const Window back = ZoomedAt(zoomed, 0.5, 0.3, 100);
  CHECK(Near(back.begin, 0));
  CHECK(Near(back.width, 100));
}

TEST_CASE("zooming out at an edge does not leave the graph") {
  CHECK(ZoomedAt({0, 50}, 0.9, 1, 100).begin == 0);
}

TEST_CASE("a window moves to show a range and no further than needed") {
  CHECK(Showing({0, 50}, 10, 20, 100) == Window{0, 50});
  CHECK(Showing({0, 50}, 60, 70, 100) == Window{40, 50});
  CHECK(Showing({0, 50}, 95, 100, 100) == Window{50, 50});
  CHECK(Showing({50, 10}, 0, 40, 100) == Window{0, 10});
}

TEST_CASE("zooming to a box and back") {
  OpenSession s;
  s.Open();
  CHECK(s.session.Whole());
  const Box work = s.box("main.main;main.work"), rest = s.box("main.main;main.rest");
  s.Do({.verb = Verb::kZoomToBox, .box = work});
  CHECK(s.view().window == Window{0, 60});
  CHECK(s.view().target == work);
  CHECK_FALSE(s.session.Whole());
  s.Do({.verb = Verb::kZoomToBox, .box = rest});
  CHECK(s.view().window == Window{60, 30});

  SECTION("by Backspace") {
    s.Do(Verb::kBack);
    CHECK(s.view().window == Window{0, 60});
    CHECK(s.view().target == work);
    s.Do(Verb::kBack);
    CHECK(s.session.Whole());
  }
  SECTION("by Escape, which then clears the selection and at last the search") {
    s.Do({.verb = Verb::kSelectBox, .box = rest});
    s.Do({.verb = Verb::kSearch, .text = "malloc"});
    s.Do(Verb::kEscape);
    s.Do(Verb::kEscape);
    CHECK(s.session.Whole());
    CHECK(s.view().selected == rest);
    s.Do(Verb::kEscape);
    CHECK_FALSE(s.view().selected_name);
    CHECK(s.session.look().pattern == "malloc");
    s.Do(Verb::kEscape);
    CHECK(s.session.look().pattern.empty());
    CHECK(s.Take(EffectKind::kSearchText) == std::vector<std::string>{""});
  }
  SECTION("to the whole graph at once") {
    s.Do(Verb::kWholeGraph);
    CHECK(s.session.Whole());
    CHECK(s.view().back.empty());
  }
}

TEST_CASE("Enter zooms to the selected box") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kZoomToSelected);
  CHECK(s.session.Whole());
  s.Do({.verb = Verb::kSelectBox, .box = s.box("main.main;main.work")});
  s.Do(Verb::kZoomToSelected);
  CHECK(s.view().window == Window{0, 60});
}

TEST_CASE("moving away from the box zoomed to forgets it, moving inside does not") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kZoomToBox, .box = s.box("main.main;main.work")});
  s.Do({.verb = Verb::kZoomAt, .x = 2, .y = 0.5});
  CHECK(s.view().target);
  s.Do({.verb = Verb::kPan, .x = -900});
  CHECK_FALSE(s.view().target);
}

TEST_CASE("panning by px moves by what the px show") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kZoomAt, .x = 2, .y = 0});
  s.Do({.verb = Verb::kPan, .x = -100});
  CHECK(Near(s.view().window.begin, 5));  // 100 of 1000 px of 50 units
  s.Do(Verb::kPanRight);
  CHECK(Near(s.view().window.begin, 10));
  s.Do(Verb::kPanLeft);
  CHECK(Near(s.view().window.begin, 5));
}

std::string Deep(int frames) {
  std::string stack = "f0";
  for (int i = 1; i < frames; ++i) stack += ";f" + std::to_string(i);
  return stack + " 7";
}

TEST_CASE("rows scroll no further than there are rows, and the other way when the root is below") {
  OpenSession s(Deep(39));
  s.Open();  // with the root 40 rows of 20 px; 400 px are seen
  s.Do({.verb = Verb::kPan, .y = -100});
  CHECK(s.view().scroll == 100);
  s.Do({.verb = Verb::kPan, .y = -1000});
  CHECK(s.view().scroll == 400);
  s.Do({.verb = Verb::kPan, .y = 2000});
  CHECK(s.view().scroll == 0);
  s.Do(Verb::kRootSide);
  s.Do({.verb = Verb::kPan, .y = 50});
  CHECK(s.view().scroll == 50);
}

TEST_CASE("finer boxes are asked for when the left-out ones could be seen") {
  std::string stacks;
  for (int i = 0; i < 1000; ++i) stacks += "main.main;f" + std::to_string(i) + " 100\n";
  stacks += "main.main;big 9900000\n";
  OpenSession s(stacks);
  s.engine.least_width = 1000;
  s.Open();
  REQUIRE(s.profile().shown->flame->left_out() == 1000);
  CHECK(s.profile().shown->details.empty());  // a px is 10 000 units: nothing to be seen

  s.Do({.verb = Verb::kWindow, .x = 0, .y = 50'000});
  REQUIRE(s.profile().shown->details.size() == 1);
  const Flame& detail = *s.session.ShownFlame(s.view().window);
  CHECK(detail.Find(s.engine.Node("main.main;f3")) != kNoBox);
  CHECK(detail.begin() == 0);
  CHECK(detail.end() == 100'000);  // with a margin of its own width

  const std::size_t asked = s.asked;
  s.Do({.verb = Verb::kPan, .x = -50});
  s.Do({.verb = Verb::kZoomAt, .x = 1.2, .y = 0.5});
  CHECK(s.asked == asked);  // the margin is enough
  s.Do({.verb = Verb::kWindow, .x = 200'000, .y = 1'000});
  CHECK(s.asked == asked + 1);
}

}  // namespace
}  // namespace burnglass
