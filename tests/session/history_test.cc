// Undo and redo.
#include "session/history.h"

#include <catch2/catch_test_macros.hpp>

#include "open_session.h"

namespace burnglass {
namespace {

std::vector<std::string> Pushed(OpenSession& s) {
  std::vector<std::string> numbers;
  for (const Effect& effect : s.effects) {
    if (effect.kind == EffectKind::kHistoryPushed)
      numbers.push_back(std::to_string(effect.profile));
  }
  return numbers;
}

TEST_CASE("A filter, a view and a search are steps, and each goes back and comes again") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kFocus);
  s.Do(Verb::kViewTop);
  s.Do({.verb = Verb::kSearch, .text = "malloc"});
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&view=top&search=malloc");
  CHECK(Pushed(s) == std::vector<std::string>{"1", "2", "3"});
  s.Do(Verb::kUndo);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&view=top");
  CHECK(s.Take(EffectKind::kSearchText) == std::vector<std::string>{""});
  s.Do(Verb::kUndo);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24");
  s.Do(Verb::kUndo);
  CHECK(s.session.Link() == "");
  CHECK_FALSE(s.session.history().can_undo());
  s.Do(Verb::kUndo);
  CHECK(s.session.history().at() == 0);
  s.Do(Verb::kRedo);
  s.Do(Verb::kRedo);
  s.Do(Verb::kRedo);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&view=top&search=malloc");
  CHECK_FALSE(s.session.history().can_redo());
}

TEST_CASE("Something new forgets what was undone") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kViewTop);
  s.Do(Verb::kUndo);
  s.Do(Verb::kRootSide);
  CHECK_FALSE(s.session.history().can_redo());
  CHECK(s.session.history().at() == 1);
  s.Do(Verb::kUndo);
  CHECK(s.session.Link() == "");
}

TEST_CASE("Typing on and moving on are one step") {
  OpenSession s;
  s.Open();
  for (const char* text : {"m", "ma", "mal"}) s.Do({.verb = Verb::kSearch, .text = text});
  CHECK(s.session.history().at() == 1);
  for (int i = 0; i < 5; ++i) s.Do(Verb::kZoomIn);
  s.Do(Verb::kPanLeft);
  CHECK(s.session.history().at() == 2);
  s.Do(Verb::kUndo);
  CHECK(s.view().window == Window{});
  CHECK(s.session.look().pattern == "mal");
  s.Do(Verb::kRedo);
  CHECK(s.view().window.width < 100);
}

TEST_CASE("A zoom comes back with its box and the way out of it") {
  OpenSession s;
  s.Open();
  const Box work = s.box("main.main;main.work");
  s.Do({.verb = Verb::kZoomToBox, .box = work});
  s.Do({.verb = Verb::kZoomToBox, .box = s.box("main.main;main.work;runtime.mallocgc")});
  CHECK(s.session.history().at() == 2);
  s.Do(Verb::kUndo);
  CHECK(s.view().target == work);
  CHECK(s.view().window == WindowOf(work));
  s.Do(Verb::kUndo);
  CHECK_FALSE(s.view().target);
  s.Do(Verb::kRedo);
  s.Do(Verb::kBack);
  CHECK(s.view().window == Window{});
}

TEST_CASE("What was zoomed to before a filter is there again after it") {
  OpenSession s;
  s.Open();
  const Box work = s.box("main.main;main.work");
  s.Do({.verb = Verb::kZoomToBox, .box = work});
  s.Do({.verb = Verb::kSelectBox, .box = work});
  s.Do(Verb::kFocus);
  CHECK(s.view().window == Window{});
  s.Do(Verb::kUndo);
  CHECK(s.view().window == WindowOf(work));
  CHECK(s.view().target == work);
  CHECK(s.view().selected == work);
}

TEST_CASE("A selection is no step, another profile is none, and undo goes to its profile") {
  OpenSession s;
  s.Open(1);
  s.Do(Verb::kViewTop);
  s.session.Receive(s.engine.Opened(2));
  s.Settle();
  REQUIRE(s.session.active()->id == 2);
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  CHECK(s.session.history().at() == 1);
  s.Do(Verb::kFocus);
  s.Do({.verb = Verb::kActivate, .number = 1});
  CHECK(s.session.history().at() == 2);
  s.Do(Verb::kUndo);
  CHECK(s.session.active()->id == 2);
  CHECK(s.session.Link() == "view=top");
  s.Do(Verb::kUndo);
  CHECK(s.session.active()->id == 1);
  CHECK(s.session.Link() == "");
}

TEST_CASE("The browser goes to a place by its number, and is told where undo went") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kViewTop);
  s.Do(Verb::kRootSide);
  s.Do(Verb::kViewFacts);
  s.Do({.verb = Verb::kGoTo, .number = 1});
  CHECK(s.session.Link() == "view=top");
  s.Do({.verb = Verb::kGoTo, .number = 3});
  CHECK(s.session.Link() == "view=facts&root=bottom");
  s.effects.clear();
  s.Do(Verb::kUndo);
  REQUIRE_FALSE(s.effects.empty());
  bool told = false;
  for (const Effect& effect : s.effects) {
    told |= effect.kind == EffectKind::kHistoryAt && effect.profile == 2;
  }
  CHECK(told);
  s.Do({.verb = Verb::kGoTo, .number = 77});
  CHECK(s.session.history().at() == 3);
}

TEST_CASE("A query and a link are steps, too") {
  OpenSession s;
  s.Open();
  CHECK(s.session.ApplyText(R"({"focus":"work"})"));
  CHECK(s.session.ApplyText("view=top&search=x"));
  s.Settle();
  CHECK(s.session.history().at() == 2);
  s.Do(Verb::kUndo);
  CHECK(s.session.Link() == "f=work");
}

TEST_CASE("Only the newest steps are kept, and their numbers stay") {
  History history;
  for (std::uint32_t i = 0; i < 500; ++i)
    history.Add({.profile = 1}, {.profile = 1}, Change::kStep);
  CHECK(history.at() == 500);
  int steps = 0;
  while (history.Undo()) ++steps;
  CHECK(steps == 200);
  CHECK(history.at() == 300);
}

}  // namespace
}  // namespace burnglass
