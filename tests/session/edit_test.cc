// Filters that are typed, and "only my code".
#include "session/filters.h"

#include <catch2/catch_test_macros.hpp>

#include "open_session.h"

namespace burnglass {
namespace {

constexpr std::string_view kOthers = "^(?:example\\.com/|runtime\\.)";

// As Settle, but flame graphs of queries with `bad` in them are refused.
void SettleRefusing(OpenSession& s, std::string_view bad) {
  for (;;) {
    s.session.Tick(s.now);
    const std::vector<Bytes> questions = s.session.TakeQuestions();
    for (Effect& effect : s.session.TakeEffects()) s.effects.push_back(std::move(effect));
    if (questions.empty()) return;
    for (const Bytes& question : questions) {
      const Result<HeldMessage> read = HeldMessage::Take(Bytes(question));
      const bool flame = read->header().has_flame_question();
      const bool refused =
          flame && read->header().flame_question().query().find(bad) != std::string::npos;
      s.session.Receive(refused ? FakeEngine::Refusal(question, "missing closing )")
                                : s.engine.Answer(question));
    }
  }
}

TEST_CASE("What is typed becomes the filter when the engine takes it") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kEditFilter, .text = "focus"});
  REQUIRE(s.session.editing());
  CHECK(s.Take(EffectKind::kFilterText) == std::vector<std::string>{""});
  s.session.Apply({.verb = Verb::kFilterText, .text = "work"});
  s.session.Tick(s.now);
  CHECK(s.session.Link() == "");
  s.Settle();
  CHECK(s.session.Link() == "f=work");
  CHECK(s.session.editing());
  s.Do(Verb::kEndFilter);
  CHECK_FALSE(s.session.editing());
  CHECK(s.session.Link() == "f=work");
}

TEST_CASE("A pattern that the engine does not take changes nothing but its sentence") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kEditFilter, .text = "ignore"});
  s.Do({.verb = Verb::kFilterText, .text = "work"});
  const Answers* shown = s.profile().shown;
  s.session.Apply({.verb = Verb::kFilterText, .text = "work("});
  SettleRefusing(s, "%28");
  CHECK(s.session.editing()->refusal == "missing closing )");
  CHECK(s.Take(EffectKind::kAnnounce).back() == "missing closing )");
  CHECK(s.session.Link() == "i=work");
  CHECK(s.profile().shown == shown);
  CHECK(s.profile().refusal == "");
  // Enter does not close a field that is wrong.
  s.Do(Verb::kEndFilter);
  REQUIRE(s.session.editing());
  // What is known to be refused is refused at once.
  s.Do({.verb = Verb::kFilterText, .text = "work"});
  CHECK(s.session.editing()->refusal == "");
  s.session.Apply({.verb = Verb::kFilterText, .text = "work("});
  CHECK(s.session.editing()->refusal == "missing closing )");
}

TEST_CASE("Escape gives back what was before") {
  OpenSession s;
  s.Open();
  s.session.ApplyText(R"({"focus":"main"})");
  s.Settle();
  s.Do({.verb = Verb::kEditFilter, .text = "focus"});
  CHECK(s.Take(EffectKind::kFilterText).back() == "main");
  s.Do({.verb = Verb::kFilterText, .text = "work"});
  CHECK(s.session.Link() == "f=work");
  s.Do(Verb::kEscape);
  CHECK_FALSE(s.session.editing());
  CHECK(s.session.Link() == "f=main");
}

TEST_CASE("Typing a filter is one step of the history") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kEditFilter, .text = "focus"});
  for (const char* text : {"w", "wo", "wor"}) s.Do({.verb = Verb::kFilterText, .text = text});
  s.Do(Verb::kEndFilter);
  CHECK(s.session.history().at() == 1);
  s.Do(Verb::kUndo);
  CHECK(s.session.Link() == "");
}

TEST_CASE("Enter closes the field as soon as the engine has answered") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kEditFilter, .text = "show_from"});
  s.session.Apply({.verb = Verb::kFilterText, .text = "work"});
  s.session.Apply({.verb = Verb::kEndFilter});
  CHECK(s.session.editing());
  s.Settle();
  CHECK_FALSE(s.session.editing());
  CHECK(s.session.Link() == "sf=work");
}

TEST_CASE("Earlier patterns of the same filter come back") {
  OpenSession s;
  s.Open();
  for (const char* text : {"one", "two"}) {
    s.Do({.verb = Verb::kEditFilter, .text = "focus"});
    s.Do({.verb = Verb::kFilterText, .text = text});
    s.Do(Verb::kEndFilter);
  }
  s.Do(Verb::kClearFilters);
  s.Do({.verb = Verb::kEditFilter, .text = "ignore"});
  s.Do(Verb::kOlderFilter);
  CHECK(s.session.editing()->text == "");
  s.Do(Verb::kEscape);
  s.Do({.verb = Verb::kEditFilter, .text = "focus"});
  s.Do(Verb::kOlderFilter);
  CHECK(s.session.editing()->text == "two");
  s.Do(Verb::kOlderFilter);
  s.Do(Verb::kOlderFilter);
  CHECK(s.session.editing()->text == "one");
  s.Do(Verb::kNewerFilter);
  CHECK(s.session.Link() == "f=two");
}

TEST_CASE("A memory of patterns keeps the last twenty, each once") {
  FilterMemory memory;
  for (int i = 0; i < 30; ++i) memory.Keep("focus", "p" + std::to_string(i % 25));
  CHECK(memory.Recall("focus", -1, 1)->second == "p4");
  CHECK(memory.Recall("focus", 18, 1));
  CHECK_FALSE(memory.Recall("focus", 19, 1));
}

TEST_CASE("Only my code hides the packages of all others, and shows them again") {
  OpenSession s;
  s.Open();
  CHECK(s.profile().Others() == kOthers);
  s.Do(Verb::kOnlyMyCode);
  CHECK(s.profile().query.hide == kOthers);
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.rest")});
  s.Do(Verb::kHide);
  CHECK(s.profile().query.hide == "^main\\.rest$|" + std::string(kOthers));
  const std::vector<ActiveFilter> chips = FiltersOf(s.profile().query, s.profile().Others());
  REQUIRE(chips.size() == 2);
  CHECK(chips[0].text == "^main\\.rest$");
  CHECK(chips[1].others);
  // What the person typed is typed on without the others.
  s.Do({.verb = Verb::kEditFilter, .text = "hide"});
  CHECK(s.session.editing()->text == "^main\\.rest$");
  s.Do({.verb = Verb::kFilterText, .text = "rest"});
  s.Do(Verb::kEndFilter);
  CHECK(s.profile().query.hide == "rest|" + std::string(kOthers));
  s.Do({.verb = Verb::kDropFilter, .text = "hide"});
  CHECK(s.profile().query.hide == kOthers);
  s.Do(Verb::kOnlyMyCode);
  CHECK(s.profile().query.hide == "");
}

TEST_CASE("The packages of others are as short as those of the own code let them be") {
  OpenSession s(R"(
    main.main;github.com/me/app/web.Serve;github.com/me/lib.Do;net/http.Get 1
    main.main;net.Dial;cmpbody;memeqbody 1
    main.main;golang.org/x/net/http2.run 1)");
  // The fake engine takes only `main` for the program's own.
  s.Open();
  CHECK(s.profile().Others() == "^(?:github\\.com/|golang\\.org/|net\\.|net/|cmpbody$|memeqbody$)");
}

TEST_CASE("Where nothing is the program's own, nothing is hidden, and that is said") {
  OpenSession s("runtime.main;runtime.mallocgc 5");
  s.Open();
  s.Do(Verb::kOnlyMyCode);
  CHECK(s.session.Link() == "");
  CHECK(s.session.notice().find("nothing would be left") != std::string::npos);
}

}  // namespace
}  // namespace burnglass
