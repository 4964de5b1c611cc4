// Series: of tabs that are open, their windows by key and by their edges, markers, and colours.
#include <limits>

#include "open_session.h"
#include "session/views.h"

namespace burnglass {
namespace {

// Three open profiles as a series, whose answer is of five.
struct OpenSeries : OpenSession {
  OpenSeries() {
    Open(1).Open(2).Open(3);
    Do(Verb::kAsSeries);
  }
  const GrowthState& state() const { return profile().growth; }
};

TEST_CASE("Three open profiles of one kind are a series, two are none") {
  OpenSession s;
  s.Open(1).Open(2);
  CHECK(s.session.SeriesCandidates().empty());
  s.Do(Verb::kAsSeries);
  CHECK(s.session.notice() == "A series takes three open profiles of one kind and program.");
  const FakeEngine other(kStacks, {.kind = "heap"});
  s.session.Receive(other.Opened(4));
  s.Open(3);
  CHECK(s.session.SeriesCandidates() == std::vector<ProfileId>{1, 2, 3});
  s.Do(Verb::kAsSeries);
  CHECK(s.profile().IsSeries());
  CHECK(s.profile().name == "3 cpu profiles");
  CHECK(s.session.look().view == View::kGrowth);
  CHECK(s.profile().growth.growth);
}

TEST_CASE("Keys make a window, move it, and move its end") {
  OpenSeries s;
  REQUIRE(s.state().growth);
  s.Do(Verb::kSelectRight);
  CHECK(s.state().a == Brush{0, 1});
  s.Do(Verb::kEdgeRight);
  s.Do(Verb::kEdgeRight);
  CHECK(s.state().a == Brush{0, 3});
  s.Do(Verb::kSelectRight);
  CHECK(s.state().a == Brush{1, 4});
  s.Do(Verb::kSelectRight);
  s.Do(Verb::kSelectRight);
  CHECK(s.state().a == Brush{2, 5});
  s.Do(Verb::kEdgeRight);
  CHECK(s.state().a == Brush{2, 5});
  for (int i = 0; i < 4; ++i) s.Do(Verb::kEdgeLeft);
  CHECK(s.state().a == Brush{2, 3});
  for (int i = 0; i < 4; ++i) s.Do(Verb::kSelectLeft);
  CHECK(s.state().a == Brush{0, 1});
}

TEST_CASE("Edges of windows come to lie where they are dragged, and keep a profile between them") {
  OpenSeries s;
  s.Do({.verb = Verb::kBrush, .number = 1, .x = 3});
  s.Do({.verb = Verb::kBrushEdge, .number = 0, .x = 0});
  CHECK(s.state().a == Brush{0, 3});
  s.Do({.verb = Verb::kBrushEdge, .number = 0, .x = 4});
  CHECK(s.state().a == Brush{2, 3});
  s.Do({.verb = Verb::kBrushEdge, .number = 1, .x = 99});
  CHECK(s.state().a == Brush{2, 5});
  s.Do({.verb = Verb::kBrushEdge, .number = 3, .x = 4});
  CHECK(s.state().b.empty());
}

TEST_CASE("A place in a series is the nearest that there is, whatever a command says") {
  OpenSeries s;
  for (const double x : {-57.0, std::numeric_limits<double>::quiet_NaN()}) {
    s.Do({.verb = Verb::kBrush, .number = 1, .x = x});
    CHECK(s.state().a.empty());
  }
  s.Do({.verb = Verb::kBrush, .number = 1, .x = 1e300});
  CHECK(s.state().a == Brush{1, 5});
  s.Do({.verb = Verb::kBrushEdge, .number = 1, .x = -1e300});
  CHECK(s.state().a == Brush{1, 2});
}

TEST_CASE("A deploy marker that is set again is taken away") {
  OpenSeries s;
  s.Do({.verb = Verb::kDeploy, .number = 2});
  CHECK(s.state().deploys == std::vector<std::uint32_t>{2});
  s.Do({.verb = Verb::kDeploy, .number = 2});
  CHECK(s.state().deploys.empty());
}

TEST_CASE("Boxes of a series are coloured by growth when that is asked for, and only then") {
  OpenSeries s;
  s.Do(Verb::kViewFlame);
  CHECK(s.profile().shown->slopes == nullptr);
  s.Do({.verb = Verb::kColourBy, .number = static_cast<std::uint32_t>(ColourBy::kGrowth)});
  REQUIRE(s.profile().shown->slopes);
  const SlopeTable& slopes = *s.profile().shown->slopes;
  CHECK(slopes.profiles() == 3);
  CHECK(slopes.Growth(s.box("main.main")) == 2);
  CHECK(slopes.Growth(s.box("main.main;main.work;runtime.mallocgc")) == -0.5);
  CHECK(s.session.Link() == "colour=growth");
  // One profile has no growth, whatever colours are wanted.
  s.Do({.verb = Verb::kActivate, .number = 1});
  CHECK(s.profile().shown->slopes == nullptr);
}

}  // namespace
}  // namespace burnglass
