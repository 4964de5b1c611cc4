// How profiles arrive, come to the front, fail and go.
#include "open_session.h"

namespace burnglass {
namespace {

std::vector<ProfileId> Tabs(const Session& session) {
  std::vector<ProfileId> ids;
  for (const auto& profile : session.profiles()) ids.push_back(profile->id);
  return ids;
}

TEST_CASE("a profile that opens has facts, names and a graph") {
  OpenSession s;
  s.Open();
  REQUIRE(s.session.active());
  CHECK(s.profile().state == LoadState::kOpen);
  CHECK(s.profile().Title() == "app");
  CHECK(s.profile().facts.kind == "cpu");
  CHECK(s.profile().Type().type == "cpu");
  CHECK(s.profile().shown->flame->size() == 8);
  CHECK(s.session.ShownTop()->size() == 6);
  CHECK_FALSE(s.session.Waiting());
  CHECK(s.Take(EffectKind::kAnnounce) ==
        std::vector<std::string>{
            "test.pb.gz is open: cpu profile, 330 samples, 100 ns cpu in total."});
}

TEST_CASE("a load comes to the front after 200 ms, not before") {
  OpenSession s;
  s.session.Receive(FakeEngine::Progress(1, "big.pb.gz", false, 10, 100));
  s.session.Tick(1000);  // counted from the first look at the clock
  s.session.Tick(1199);
  CHECK_FALSE(s.session.active());
  CHECK(s.session.NextTick(1150) == 50);
  s.session.Tick(1200);
  REQUIRE(s.session.active());
  CHECK(s.profile().state == LoadState::kLoading);
  CHECK(s.profile().name == "big.pb.gz");
  CHECK(s.profile().loading.total == 100);
  CHECK(s.session.NextTick(1300) == -1);
}

TEST_CASE("a quick load never shows a load") {
  OpenSession s;
  s.session.Receive(FakeEngine::Progress(1, "a", false, 10, 100));
  s.session.Receive(s.engine.Opened(1));
  CHECK(s.profile().state == LoadState::kOpen);
}

TEST_CASE("of several that come together the first stays in front") {
  OpenSession s;
  for (const ProfileId id : {1u, 2u, 3u}) s.session.Reading(id, "f", 0, 100);
  s.Open(1).Open(2).Open(3);
  CHECK(s.session.active()->id == 1);
  CHECK(Tabs(s.session) == std::vector<ProfileId>{1, 2, 3});
  // The others are ready to be drawn though nobody sees them.
  std::vector<ProfileId> ready;
  for (const Effect& effect : s.effects) {
    if (effect.kind == EffectKind::kReady) ready.push_back(effect.profile);
  }
  CHECK(ready == std::vector<ProfileId>{2, 3});
}

TEST_CASE("one that comes later comes to the front") {
  OpenSession s;
  s.Open(1).Open(2);
  CHECK(s.session.active()->id == 2);
}

TEST_CASE("a failure gives way to what opened with it") {
  OpenSession s;
  s.session.Reading(1, "bad", 0, 1);
  s.session.Reading(2, "good", 0, 1);
  s.session.Receive(FakeEngine::Failed(1, "bad", "bad is not a profile."));
  CHECK(s.session.active()->id == 1);
  CHECK(s.profile().failure == "bad is not a profile.");
  s.Open(2);
  CHECK(s.session.active()->id == 2);
  CHECK(Tabs(s.session) == std::vector<ProfileId>{1, 2});
}

TEST_CASE("a cancelled load leaves no tab") {
  OpenSession s;
  s.Open(1);
  s.session.Receive(FakeEngine::Progress(2, "big", false, 1, 100));
  s.session.Tick(1000);
  s.session.Tick(1300);
  REQUIRE(s.session.active()->id == 2);
  s.Do(Verb::kEscape);
  CHECK(Tabs(s.session) == std::vector<ProfileId>{1});
  CHECK(s.session.active()->id == 1);
  bool cancelled = false;
  for (const Effect& effect : s.effects) {
    cancelled |= effect.kind == EffectKind::kCancelOpen && effect.profile == 2;
  }
  CHECK(cancelled);
  // What was still on its way is dropped.
  s.session.Receive(FakeEngine::Progress(2, "big", false, 50, 100));
  CHECK(Tabs(s.session) == std::vector<ProfileId>{1});
}

TEST_CASE("why a file could not be read stays when the engine gives up on it") {
  OpenSession s;
  s.Open(1);
  s.session.Receive(FakeEngine::Progress(2, "gone", false, 1, 100));
  s.session.Failed(2, "gone", "gone could not be read.");
  s.session.Receive(FakeEngine::Failed(2, "gone", "gone: opening it was cancelled.", true));
  CHECK(Tabs(s.session) == std::vector<ProfileId>{1, 2});
  CHECK(s.session.profiles()[1]->failure == "gone could not be read.");
}

TEST_CASE("closing brings the neighbour to the front, then the start page") {
  OpenSession s;
  s.Open(1).Open(2).Open(3);
  s.Do({.verb = Verb::kActivate, .number = 2});
  s.Do(Verb::kCloseProfile);
  CHECK(s.session.active()->id == 3);
  s.Do(Verb::kCloseProfile);
  CHECK(s.session.active()->id == 1);
  s.Do(Verb::kCloseProfile);
  CHECK_FALSE(s.session.active());
  CHECK_FALSE(s.session.Waiting());
}

TEST_CASE("a profile that the page closed is gone") {
  OpenSession s;
  s.Open(1);
  s.session.Receive(FakeEngine::Closed(1));
  CHECK(s.session.profiles().empty());
}

TEST_CASE("a fresh engine is asked again, and the view stays") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kZoomToBox, .box = s.box("main.main;main.work")});
  const Window window = s.view().window;
  s.session.Apply({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.session.TakeQuestions();  // the old engine died with them
  s.session.Reload(1);
  s.session.Tick(1000);
  CHECK(s.session.TakeQuestions().empty());
  CHECK(s.session.Waiting());
  s.Open(1);
  CHECK(s.view().window == window);
  CHECK(s.session.ShownPeek());
  CHECK_FALSE(s.session.Waiting());
}

TEST_CASE("a question that is refused is not asked for ever") {
  OpenSession s;
  s.session.Receive(s.engine.Opened(1));
  s.session.Tick(1000);
  for (const Bytes& question : s.session.TakeQuestions()) {
    s.session.Receive(FakeEngine::Refusal(question, "The sample type is unknown."));
  }
  s.session.Tick(1000);
  CHECK(s.session.TakeQuestions().empty());
  CHECK(s.profile().refusal == "The sample type is unknown.");
}

TEST_CASE("damaged messages change nothing") {
  OpenSession s;
  s.Open();
  Bytes broken = s.engine.Opened(2);
  broken.resize(broken.size() / 2);
  s.session.Receive(broken);
  s.session.Receive({});
  CHECK(s.session.profiles().size() == 1);
}

TEST_CASE("an empty profile says why and asks nothing") {
  OpenSession s("main.main 0", {.kind = "block", .empty_reason = "There are no samples."});
  s.session.Receive(s.engine.Opened(1));
  s.session.Tick(1000);
  CHECK(s.profile().Empty());
  CHECK(s.session.TakeQuestions().empty());
}

}  // namespace
}  // namespace burnglass
