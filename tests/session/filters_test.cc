#include "session/filters.h"

#include <catch2/catch_test_macros.hpp>

#include "open_session.h"

namespace burnglass {
namespace {

TEST_CASE("A filter on a function is a pattern for just its name") {
  CHECK(WithFilter({}, "focus", "main.(*T).run[go.shape.int]").focus ==
        "^main\\.\\(\\*T\\)\\.run\\[go\\.shape\\.int\\]$");
}

TEST_CASE("A filter on a package is a pattern for all of its functions and for no other's") {
  CHECK(PatternOfPackage("encoding/json") == "^encoding/json[.:]");
  CHECK(WithFilterPattern({.hide = "a"}, "hide", PatternOfPackage("x.y")).hide == "a|^x\\.y[.:]");
}

TEST_CASE("Functions to hide and to ignore come together, others give way") {
  const Query two = WithFilter(WithFilter({}, "hide", "a"), "hide", "b");
  CHECK(two.hide == "^a$|^b$");
  CHECK(WithFilter(WithFilter({}, "focus", "a"), "focus", "b").focus == "^b$");
}

TEST_CASE("Filters are told in pprof's order, and each can be taken back") {
  const Query query{.sample_index = "cpu", .focus = "x", .hide = "y", .tagfocus = "k=v"};
  const std::vector<ActiveFilter> filters = FiltersOf(query);
  REQUIRE(filters.size() == 3);
  CHECK(filters[0].field->name == "focus");
  CHECK(filters[1].text == "y");
  CHECK(filters[2].field->name == "tagfocus");
  CHECK(FiltersOf(WithFilterText(query, "hide", "")).size() == 2);
  CHECK(WithoutFilters(query) == Query{.sample_index = "cpu"});
}

TEST_CASE("Filters go by the selected function, and back to nothing") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kFocus);
  CHECK(s.session.Link() == "");
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kFocus);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24");
  s.Do(Verb::kHide);
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&h=%5Emain%5C.work%24");
  s.Do({.verb = Verb::kDropFilter, .text = "focus"});
  CHECK(s.session.Link() == "h=%5Emain%5C.work%24");
  s.Do(Verb::kClearFilters);
  CHECK(s.session.Link() == "");
}

TEST_CASE("A graph that its query has none of is not shown in its place") {
  OpenSession s;
  s.Open();
  s.session.Apply({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Settle();
  s.session.Apply({.verb = Verb::kFocus});
  s.session.Tick(s.now);
  for (const Bytes& question : s.session.TakeQuestions()) {
    s.session.Receive(FakeEngine::Refusal(question, "The filters leave no stack."));
  }
  CHECK(s.session.active()->shown == nullptr);
  CHECK(s.session.active()->refusal == "The filters leave no stack.");
  s.Do(Verb::kClearFilters);
  CHECK(s.session.active()->shown != nullptr);
  CHECK(s.session.active()->refusal == "");
}

TEST_CASE("what is no filter is neither dropped nor edited") {
  OpenSession s;
  s.Open();
  REQUIRE(s.session.ApplyText("f=work"));
  for (const char* text : {"", "granularity", "no such", "focus\nwork"}) {
    s.Do({.verb = Verb::kDropFilter, .text = text});
    s.Do({.verb = Verb::kEditFilter, .text = text});
    CHECK_FALSE(s.session.editing());
    CHECK(s.session.Link() == "f=work");
  }
  s.Do({.verb = Verb::kDropFilter, .text = "focus"});
  CHECK(s.session.Link() == "");
}

}  // namespace
}  // namespace burnglass
