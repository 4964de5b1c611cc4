// Searching, stepping, selecting, sorting.
#include "open_session.h"

namespace burnglass {
namespace {

TEST_CASE("a search marks names, counts boxes and sums stacks once") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSearch, .text = "malloc"});
  const Search* found = s.session.ShownSearch();
  REQUIRE(found);
  CHECK(found->Matches(s.engine.Name("runtime.mallocgc")));
  CHECK_FALSE(found->Matches(s.engine.Name("main.work")));
  CHECK(found->matched() == 55);
  CHECK(found->boxes() == 2);
  s.Take(EffectKind::kAnnounce);
  s.Do({.verb = Verb::kSearch, .text = "main."});
  CHECK(s.session.ShownSearch()->matched() == 90);
  CHECK(s.Take(EffectKind::kAnnounce) ==
        std::vector<std::string>{"3 boxes match, 90.0 % of the total."});
}

TEST_CASE("the table has only what matches, unless it is told otherwise") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSearch, .text = "runtime."});
  CHECK(s.session.ShownTop()->size() == 2);
  CHECK(s.session.ShownTop()->all_rows() == 6);
  s.Do(Verb::kMatchesOnly);
  CHECK(s.session.ShownTop()->size() == 6);
}

TEST_CASE("what is no regular expression leaves the last result") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSearch, .text = "malloc"});
  s.Do({.verb = Verb::kSearch, .text = "("});
  REQUIRE(s.session.AskedSearch());
  CHECK(s.session.AskedSearch()->invalid() == "missing closing )");
  REQUIRE(s.session.ShownSearch());
  CHECK(s.session.ShownSearch()->pattern() == "malloc");
  s.Do(Verb::kClearSearch);
  CHECK_FALSE(s.session.ShownSearch());
}

TEST_CASE("next and previous go round through the hits and bring them into view") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSearch, .text = "malloc"});
  s.Do({.verb = Verb::kZoomToBox, .box = s.box("runtime.gcBgMarkWorker")});
  s.Do(Verb::kNextMatch);
  CHECK(s.view().selected == s.box("main.main;main.work;runtime.mallocgc"));
  CHECK(s.view().match_index == 0u);
  CHECK(s.view().window.begin < 30);  // it was out of sight
  s.Do(Verb::kNextMatch);
  CHECK(s.view().selected == s.box("main.main;main.rest;runtime.mallocgc"));
  CHECK(s.view().match_index == 1u);
  s.Do(Verb::kNextMatch);
  CHECK(s.view().match_index == 0u);
  s.Do(Verb::kPreviousMatch);
  CHECK(s.view().match_index == 1u);
}

TEST_CASE("a row selects its function and steps through its boxes") {
  OpenSession s;
  s.Open();
  const NameId malloc = s.engine.Name("runtime.mallocgc");
  s.Do({.verb = Verb::kSelectName, .number = malloc});
  CHECK(s.view().selected_name == malloc);
  CHECK(s.view().selected == s.box("main.main;main.work;runtime.mallocgc"));
  CHECK(s.view().selected_of == 2);
  s.Do({.verb = Verb::kSelectName, .number = malloc});
  CHECK(s.view().selected == s.box("main.main;main.rest;runtime.mallocgc"));
  CHECK(s.view().selected_index == 1);
  s.Do(Verb::kPreviousBox);
  CHECK(s.view().selected_index == 0);
}

TEST_CASE("a box selects its function, and its neighbours are asked for") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectBox, .box = s.box("main.main;main.work")});
  CHECK(s.view().selected_name == s.engine.Name("main.work"));
  const Peek* peek = s.session.ShownPeek();
  REQUIRE(peek);
  CHECK(peek->cum == 60);
  CHECK(peek->flat == 10);
  REQUIRE(peek->callers.size() == 1);
  CHECK(peek->callers[0].name == s.engine.Name("main.main"));
  CHECK(peek->callees.size() == 2);
  s.Do({.verb = Verb::kSelectBox});
  CHECK_FALSE(s.view().selected_name);
}

TEST_CASE("arrows go from box to box, upside down when the root is below") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectBox, .box = s.box("main.main")});
  s.Do(Verb::kSelectDown);
  CHECK(s.view().selected == s.box("main.main;main.work"));  // the heaviest
  CHECK(s.view().by_key);
  s.Do(Verb::kSelectRight);
  CHECK(s.view().selected == s.box("main.main;main.rest"));
  s.Do(Verb::kSelectRight);
  CHECK(s.view().selected == s.box("main.main;main.rest"));  // there is none
  s.Do(Verb::kSelectUp);
  CHECK(s.view().selected == s.box("main.main"));
  s.Do(Verb::kRootSide);
  s.Do(Verb::kSelectUp);
  CHECK(s.view().selected == s.box("main.main;main.work"));
}

TEST_CASE("without a selection arrows pan") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kZoomAt, .x = 2, .y = 0});
  s.Do(Verb::kSelectRight);
  CHECK(s.view().window.begin == 5);
}

TEST_CASE("a head sorts, the same head again turns round") {
  OpenSession s;
  s.Open();
  const auto first = [&] { return s.profile().names.Full((*s.session.ShownTop())[0].name); };
  CHECK(first() == "runtime.mallocgc");
  s.Do({.verb = Verb::kSort, .number = 1});
  CHECK(first() == "main.main");
  s.Do({.verb = Verb::kSort, .number = 1});
  CHECK(first() != "main.main");
  s.Do({.verb = Verb::kSort, .number = 2});
  CHECK(first() == "example.com/lib.(*Reader).Read");
}

TEST_CASE("another sample type is another graph; the function stays selected") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kZoomToBox, .box = s.box("main.main;main.work")});
  s.Do({.verb = Verb::kSelectBox, .box = s.box("main.main;main.work")});
  s.Do({.verb = Verb::kSampleType, .number = 0});
  CHECK(s.profile().Type().type == "samples");
  CHECK(s.session.QueryText() == "si=samples");
  CHECK(s.session.Whole());
  CHECK_FALSE(s.view().selected);
  CHECK(s.view().selected_name == s.engine.Name("main.work"));
  const std::size_t asked = s.asked;
  s.Do({.verb = Verb::kSampleType, .number = 1});
  CHECK(s.session.QueryText().empty());
  CHECK(s.asked == asked);  // known already
}

TEST_CASE("the old graph stays until the new one is there") {
  OpenSession s;
  s.Open();
  s.session.Apply({.verb = Verb::kSampleType, .number = 0});
  s.session.Tick(1000);
  CHECK(s.profile().shown->query.empty());
  CHECK(s.profile().Type().type == "cpu");  // what is drawn is still that
  s.Settle();
}

TEST_CASE("a late answer to a question that was superseded is dropped") {
  OpenSession s;
  s.Open();
  s.session.Apply({.verb = Verb::kSearch, .text = "ma"});
  s.session.Tick(1000);
  const std::vector<Bytes> old = s.session.TakeQuestions();
  REQUIRE(old.size() == 1);
  s.session.Apply({.verb = Verb::kSearch, .text = "mall"});
  s.session.Tick(1000);
  s.session.Receive(s.engine.Answer(old[0]));
  CHECK_FALSE(s.session.ShownSearch());
  s.Settle();
  CHECK(s.session.ShownSearch()->pattern() == "mall");
}

TEST_CASE("what is no text is asked for as the text that is left of it") {
  OpenSession s;
  s.Open();
  const auto asked = [&] {
    std::string pattern;
    s.session.Tick(s.now);
    for (const Bytes& question : s.session.TakeQuestions()) {
      const Result<Message> read = Message::Read(question);
      REQUIRE(read.ok());
      if (read->header().has_search_question()) {
        pattern = read->header().search_question().pattern();
      }
    }
    return pattern;
  };
  REQUIRE(s.session.ApplyText("search=a%ffb"));
  CHECK(asked() == "a\uFFFDb");
  s.session.Apply({.verb = Verb::kSearch, .text = "c\xff"});
  CHECK(asked() == "c\uFFFD");
}

}  // namespace
}  // namespace burnglass
