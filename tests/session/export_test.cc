// What is saved as a file.
#include <catch2/catch_test_macros.hpp>

#include "open_session.h"

namespace burnglass {
namespace {

std::vector<Effect> Saved(const OpenSession& s) {
  std::vector<Effect> saved;
  for (const Effect& effect : s.effects) {
    if (effect.kind == EffectKind::kSave || effect.kind == EffectKind::kSavePicture) {
      saved.push_back(effect);
    }
  }
  return saved;
}

TEST_CASE("An export is what the engine makes of the query that is asked") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kFocus);
  s.Do({.verb = Verb::kExport, .text = "folded"});
  REQUIRE(Saved(s).size() == 1);
  CHECK(Saved(s)[0].name == "test.folded");
  CHECK(Saved(s)[0].text == "the folded of f=%5Emain%5C.work%24");
  s.Do({.verb = Verb::kExport, .text = "folded"});
  CHECK(Saved(s).size() == 2);
}

TEST_CASE("An export that failed may be asked for again") {
  OpenSession s;
  s.Open();
  const auto ask = [&] {
    s.session.Apply({.verb = Verb::kExport, .text = "dot"});
    return s.session.TakeQuestions();
  };
  const std::vector<Bytes> questions = ask();
  REQUIRE(questions.size() == 1);
  CHECK(ask().empty());  // it is on its way
  s.session.Receive(FakeEngine::Refusal(questions[0], "The export failed."));
  s.Settle();
  CHECK(s.Take(EffectKind::kAnnounce).back() == "The export failed.");
  CHECK(s.profile().shown != nullptr);
  CHECK(ask().size() == 1);
}

TEST_CASE("The call graph is saved as it is laid out, its pictures by the page") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kExport, .text = "graph"});
  CHECK(Saved(s).empty());
  s.Do(Verb::kViewGraph);
  s.Do({.verb = Verb::kExport, .text = "graph"});
  REQUIRE(Saved(s).size() == 1);
  CHECK(Saved(s)[0].name == "app-graph.svg");
  const std::string svg = Saved(s)[0].text;
  CHECK(svg.starts_with("<svg "));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(svg.find("main.work → runtime.mallocgc\n30 ns") != std::string::npos);
  CHECK(svg.find("fill=\"#b21100\"") != std::string::npos);
  s.Do({.verb = Verb::kExport, .number = 4, .text = "picture"});
  REQUIRE(Saved(s).size() == 2);
  CHECK(Saved(s)[1].name == "app.png");
  CHECK(Saved(s)[1].number == 4);
}

}  // namespace
}  // namespace burnglass
