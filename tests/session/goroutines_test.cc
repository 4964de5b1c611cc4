// Goroutines: with which dump they are joined, which rows are seen, what their buttons do.
#include <algorithm>

#include "session/actions.h"
#include "session/views.h"

#include "open_session.h"

namespace burnglass {
namespace {

FakeFacts Dump(std::string name) {
  return {.name = std::move(name),
          .kind = "goroutine",
          .program = "",
          .types = {"goroutine count"},
          .goroutines = 9};
}

// Two dumps that came together; the newer one is profile 2.
struct TwoDumps : OpenSession {
  TwoDumps() : OpenSession(kStacks, Dump("d.10.txt")) {
    const FakeEngine first(kStacks, Dump("d.9.txt"));
    session.Receive(FakeEngine::Progress(1, "d.9.txt", false, 0, 0));
    session.Receive(FakeEngine::Progress(2, "d.10.txt", false, 0, 0));
    session.Receive(engine.Opened(2));
    session.Receive(first.Opened(1));
    Settle();
  }
};

std::vector<std::string> Titles(const Session& session) {
  const GoroutineTable& table = *session.ShownGoroutines();
  std::vector<std::string> titles;
  for (const std::uint32_t i : table.Seen(session.active()->goroutines.filter)) {
    titles.emplace_back(table[i].function);
  }
  return titles;
}

using Words = std::vector<std::string>;

TEST_CASE("Of dumps that come together the newest comes to the front, joined with the one before") {
  TwoDumps s;
  CHECK(s.profile().id == 2);
  CHECK(s.session.look().view == View::kGoroutines);
  CHECK(s.session.JoinedWith() == std::vector<ProfileId>{1});
  REQUIRE(s.session.ShownGoroutines());
  CHECK(s.session.ShownGoroutines()->facts().joined());
  s.Do({.verb = Verb::kActivate, .number = 1});
  CHECK(s.session.JoinedWith().empty());
  CHECK(s.session.JoinCandidates() == std::vector<ProfileId>{2});
}

TEST_CASE("One dump opens as all profiles do, and has a view of its own") {
  OpenSession s(kStacks, Dump("d.txt"));
  s.Open();
  CHECK(s.session.look().view == View::kFlame);
  CHECK(s.session.ShownGoroutines() == nullptr);
  s.Do(Verb::kOwnView);
  CHECK(s.session.look().view == View::kGoroutines);
  CHECK(s.session.Link() == "view=goroutines");
  REQUIRE(s.session.ShownGoroutines());
  CHECK_FALSE(s.session.ShownGoroutines()->facts().joined());
  OpenSession cpu;
  cpu.Open();
  cpu.Do(Verb::kOwnView);
  CHECK(cpu.session.look().view == View::kFlame);
}

TEST_CASE("A person joins with another dump or with none") {
  TwoDumps s;
  s.Do({.verb = Verb::kJoin, .number = 0});
  CHECK(s.session.JoinedWith().empty());
  CHECK_FALSE(s.session.ShownGoroutines()->facts().joined());
  s.Do({.verb = Verb::kJoin, .number = 1});
  CHECK(s.session.ShownGoroutines()->facts().joined());
  s.Do({.verb = Verb::kClose, .number = 1});
  CHECK(s.session.JoinedWith().empty());
}

TEST_CASE("A dump is joined with all earlier ones, in the order of time, unless one is chosen") {
  OpenSession s(kStacks, Dump("d.10.txt"));
  for (const char* name : {"d.2.txt", "d.1.txt", "d.11.txt"}) {
    const FakeEngine other(kStacks, Dump(name));
    const auto id = static_cast<ProfileId>(name[2] == '2' ? 2 : name[3] == '1' ? 4 : 3);
    s.session.Receive(other.Opened(id));
  }
  s.Open(1);
  s.Do({.verb = Verb::kActivate, .number = 1});
  s.Do(Verb::kViewGoroutines);
  using Ids = std::vector<ProfileId>;
  CHECK(s.session.JoinCandidates() == Ids{3, 2, 4});
  CHECK(s.session.JoinsBefore() == Ids{3, 2});
  CHECK(s.session.JoinedWith() == Ids{3, 2});
  s.Do({.verb = Verb::kJoin, .number = 2});
  CHECK(s.session.JoinedWith() == Ids{2});
  s.Do({.verb = Verb::kJoin, .number = kJoinAll});
  CHECK(s.session.JoinedWith() == Ids{3, 2});
  s.Do({.verb = Verb::kActivate, .number = 3});
  CHECK(s.session.JoinedWith().empty());
}

TEST_CASE("Heads sort, turn round, and give back the order of suspicion") {
  TwoDumps s;
  CHECK(Titles(s.session) == Words{"main.work", "main.idle", "main.gone"});
  const Command by_name{.verb = Verb::kGoroutineSort,
                        .number = static_cast<std::uint32_t>(GoroutineSort::kFunction)};
  s.Do(by_name);
  CHECK(Titles(s.session) == Words{"main.idle", "main.work", "main.gone"});
  s.Do(by_name);
  CHECK(Titles(s.session) == Words{"main.work", "main.idle", "main.gone"});
  CHECK(s.profile().goroutines.filter.ascending);
  s.Do(by_name);
  CHECK(s.profile().goroutines.filter.sort == GoroutineSort::kFound);
}

TEST_CASE("Rows are left out by state, by wait and by hand") {
  TwoDumps s;
  s.Do({.verb = Verb::kGoroutineState, .text = "select"});
  CHECK(Titles(s.session) == Words{"main.idle"});
  s.Do({.verb = Verb::kGoroutineState});
  s.Do({.verb = Verb::kGoroutineWait, .number = 10});
  CHECK(Titles(s.session) == Words{"main.work"});
  s.Do({.verb = Verb::kGoroutineWait, .number = 0});
  s.Do({.verb = Verb::kHideGroup, .number = 0});
  CHECK(Titles(s.session) == Words{"main.idle", "main.gone"});
  s.Do(Verb::kShowGroups);
  CHECK(Titles(s.session).size() == 3);
}

TEST_CASE("A row is chosen by arrows, and its goroutines and the text of one are asked for") {
  TwoDumps s;
  s.Do(Verb::kSelectDown);
  CHECK(s.profile().goroutines.row == 0);
  REQUIRE(s.session.ShownGoroutine());
  CHECK(s.session.ShownGoroutine()->ids().size() == 2);
  REQUIRE(s.session.ShownGoroutineText());
  CHECK(*s.session.ShownGoroutineText() == "goroutine 7 [chan send]:\n");
  s.Do({.verb = Verb::kGoroutine, .text = "9"});
  CHECK(*s.session.ShownGoroutineText() == "goroutine 9 [chan send]:\n");
  CHECK(s.view().selected_name == s.engine.Name("main.work"));
  s.Do(Verb::kSelectDown);
  s.Do(Verb::kSelectDown);
  s.Do(Verb::kSelectDown);
  CHECK(s.profile().goroutines.row == 2);
  s.Do(Verb::kEscape);
  CHECK_FALSE(s.profile().goroutines.row);
}

TEST_CASE("The flame of a group is of its function and its state; focus stays here") {
  TwoDumps s;
  s.Do(Verb::kSelectDown);
  s.Do({.verb = Verb::kFocusGroup, .number = 0});
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&view=goroutines");
  s.Do(Verb::kZoomToSelected);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&tf=state%3D%5Echan%20send%24");
}

TEST_CASE("Views of one kind of profile are among the actions of these alone") {
  const auto has = [](const OpenSession& s, Verb verb) {
    const std::vector<Action> all = FindActions(s.session, "");
    return std::any_of(all.begin(), all.end(),
                       [&](const Action& action) { return action.command.verb == verb; });
  };
  OpenSession dump(kStacks, Dump("d.txt")), cpu;
  dump.Open(), cpu.Open();
  CHECK(has(dump, Verb::kViewGoroutines));
  CHECK(has(dump, Verb::kOwnView));
  CHECK_FALSE(has(dump, Verb::kViewContention));
  CHECK_FALSE(has(cpu, Verb::kViewGoroutines));
  CHECK_FALSE(has(cpu, Verb::kOwnView));
}

}  // namespace
}  // namespace burnglass
