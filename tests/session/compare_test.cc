// Open profiles compared: making, swapping, replacing, and what of it is kept.
#include "open_session.h"
#include "session/side_window.h"

namespace burnglass {
namespace {

// The questions that ask to make something, since the last call.
std::vector<pb::Header> TakeMakes(OpenSession& s, bool answer = true) {
  std::vector<pb::Header> makes;
  s.session.Tick(s.now);
  for (const Bytes& question : s.session.TakeQuestions()) {
    const pb::Header header = Message::Read(question)->header();
    if (header.has_make_question()) makes.push_back(header);
    if (answer) s.session.Receive(s.engine.Answer(question));
  }
  s.Settle();
  return makes;
}

OpenSession Three() {
  OpenSession s;
  s.Open(1).Open(2).Open(3);
  s.session.Apply({.verb = Verb::kActivate, .number = 2});
  s.Settle();
  return s;
}

std::vector<ProfileId> Base(const pb::Header& make) {
  return {make.make_question().base().begin(), make.make_question().base().end()};
}
std::vector<ProfileId> Source(const pb::Header& make) {
  return {make.make_question().source().begin(), make.make_question().source().end()};
}

using Ids = std::vector<ProfileId>;

TEST_CASE("with one profile there is nothing to compare with, and it is said") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kCompare);
  CHECK(s.session.look().overlay == Overlay::kNone);
  CHECK(s.session.notice() == "To compare, open a second profile: drop it on the page.");
}

TEST_CASE("the other profile becomes A, the active one B, in a tab of its own") {
  OpenSession s = Three();
  s.Do(Verb::kCompare);
  CHECK(s.session.look().overlay == Overlay::kCompare);
  s.session.Apply({.verb = Verb::kCompareWith, .number = 1});
  CHECK(s.session.Waiting());
  const auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(Base(makes[0]) == Ids{1});
  CHECK(Source(makes[0]) == Ids{2});
  CHECK(makes[0].profile() == kFirstMade);
  CHECK(makes[0].slot() != 0);
  CHECK(s.profile().id == kFirstMade);
  CHECK(s.profile().HasSides());
  REQUIRE(s.session.ShownChanges());
  CHECK(s.session.ShownChanges()->Find(s.engine.Name("main.work"))->cum.b == 120);
  CHECK_FALSE(s.session.Waiting());
}

TEST_CASE("what is made so already comes to the front") {
  OpenSession s = Three();
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  s.Do({.verb = Verb::kActivate, .number = 2});
  s.session.Apply({.verb = Verb::kCompareWith, .number = 1});
  CHECK(TakeMakes(s).empty());
  CHECK(s.profile().id == kFirstMade);
  CHECK(s.session.profiles().size() == 4);
}

TEST_CASE("sides are swapped, replaced and added to without reopening; the selection stays") {
  OpenSession s = Three();
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  const NameId work = s.engine.Name("main.work");
  s.Do({.verb = Verb::kSelectName, .number = work});
  s.session.Apply({.verb = Verb::kSwapSides});
  CHECK(s.profile().shown);  // what is there is seen until the other is
  auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(Base(makes[0]) == Ids{2});
  CHECK(Source(makes[0]) == Ids{1});
  CHECK(makes[0].profile() == kFirstMade);
  CHECK(s.view().selected_name == work);
  CHECK(s.profile().shown);
  s.session.Apply({.verb = Verb::kSetSide, .number = 3, .x = 0});
  CHECK(Base(TakeMakes(s)[0]) == Ids{3});
  s.session.Apply({.verb = Verb::kAddToSide, .number = 2, .x = 0});
  CHECK(Base(TakeMakes(s)[0]) == Ids{3, 2});
  s.session.Apply({.verb = Verb::kDropFromSide, .number = 3, .x = 0});
  CHECK(Base(TakeMakes(s)[0]) == Ids{2});
  s.session.Apply({.verb = Verb::kDropFromSide, .number = 2, .x = 0});
  CHECK(TakeMakes(s).empty());  // the last one stays
  s.session.Apply({.verb = Verb::kCompareMode, .number = 1});
  CHECK(TakeMakes(s)[0].make_question().mode() == pb::MakeQuestion::NORMALIZED);
}

TEST_CASE("a way of comparing that fails is taken back and told") {
  OpenSession s = Three();
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  s.session.Apply({.verb = Verb::kCompareMode, .number = 2});
  CHECK(TakeMakes(s, false).size() == 1);
  s.session.Receive(FakeEngine::Failed(kFirstMade, "a → b", "There is no duration."));
  const auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].make_question().mode() == pb::MakeQuestion::ABSOLUTE);
  CHECK(s.session.notice() == "There is no duration.");
  CHECK(s.profile().state == LoadState::kOpen);
}

TEST_CASE("a fresh engine makes it anew once its parts are back") {
  OpenSession s = Three();
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  for (const ProfileId id : {0u, 1u, 2u, 3u}) s.session.Reload(id);
  CHECK(TakeMakes(s).empty());
  s.session.Receive(s.engine.Opened(1));
  CHECK(TakeMakes(s).empty());
  s.session.Receive(s.engine.Opened(2));
  CHECK(TakeMakes(s).size() == 1);
  CHECK(s.profile().shown);
}

TEST_CASE("what cannot be made anew says why") {
  OpenSession s = Three();
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  s.Do({.verb = Verb::kClose, .number = 1});
  CHECK(s.profile().state == LoadState::kOpen);  // it lives on alone
  s.session.Reload(0);
  s.Settle();
  CHECK(s.profile().failure == "test → test: a profile that it is made of is not open any more.");
}

TEST_CASE("width and lens are parts of the link, of undo and of the question") {
  OpenSession s = Three();
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  s.Do({.verb = Verb::kWidth, .number = 2});
  CHECK(s.profile().shown->query == "width=b");
  s.Do({.verb = Verb::kLens, .number = 1});
  CHECK(s.session.Link() == "width=b&lens=grew");
  s.Do(Verb::kUndo);
  CHECK(s.profile().lens == Lens::kAll);
  s.Do(Verb::kUndo);
  CHECK(s.profile().shown->query.empty());
  CHECK(s.session.ApplyText("width=a&lens=gone"));
  s.Settle();
  CHECK(s.profile().shown->query == "width=a");
  CHECK(s.profile().lens == Lens::kGone);
  CHECK_FALSE(s.session.ApplyText("width=c"));
  CHECK_FALSE(s.session.ApplyText("lens=amber"));
}

TEST_CASE("side by side is a view of comparisons alone, with one selection") {
  OpenSession s = Three();
  s.Do(Verb::kViewSides);
  CHECK(s.session.look().view == View::kFlame);
  s.Do({.verb = Verb::kCompareWith, .number = 1});
  s.Do(Verb::kViewSides);
  REQUIRE(s.profile().sides.before);
  CHECK(s.profile().sides.before->query == "width=a");
  CHECK(s.profile().sides.after->query == "width=b");
  // A box of a side has a place of its own, but the number of the whole's.
  Box box = s.box("main.main;main.work");
  const Box whole = box;
  box.x = 7, box.width = 9;
  s.Do({.verb = Verb::kZoomToBox, .box = box});
  CHECK(s.view().window == WindowOf(whole));
  s.Do({.verb = Verb::kActivate, .number = 2});
  CHECK(s.session.look().view == View::kFlame);
}

TEST_CASE("a plan is read from text, and what is none says so") {
  const Result<MakePlan> plan =
      ParsePlan("base=1,2&source=3&mode=per-count&counts=100:200&cancel=1&name=a%20%3E%20b");
  REQUIRE(plan.ok());
  CHECK(plan->base == Ids{1, 2});
  CHECK(plan->source == Ids{3});
  CHECK(plan->mode == CompareMode::kPerCount);
  CHECK(plan->base_count == 100);
  CHECK(plan->source_count == 200);
  CHECK(plan->cancel);
  CHECK(plan->name == "a > b");
  for (const char* bad : {"", "base=1", "source=x", "source=1&mode=odd", "source=1&counts=3",
                          "source=1&other=2", "source=%2"}) {
    INFO(bad);
    CHECK_FALSE(ParsePlan(bad).ok());
  }
  CHECK(ParsePlan("source=1&\1x=2").error().message == "a comparison has no part \"\\u0001x\"");
}

TEST_CASE("a box has what each side has of it, whatever it is as wide as") {
  const Box both{.node = 1, .width = 33, .cum = 3};
  CHECK(SidesOf(both, TreeWidth::kBoth).a == 15);
  CHECK(SidesOf(both, TreeWidth::kBoth).b == 18);
  CHECK(SidesOf({.node = 1, .width = 15, .cum = 3}, TreeWidth::kBefore).b == 18);
  CHECK(SidesOf({.node = 1, .width = 18, .cum = 3}, TreeWidth::kAfter).a == 15);
  CHECK(InLens(Lens::kNew, {0, 5}, false));
  CHECK_FALSE(InLens(Lens::kGrew, {1, 5}, false));
  CHECK(InLens(Lens::kShrank, {5, 1}, true));
}

}  // namespace
}  // namespace burnglass
