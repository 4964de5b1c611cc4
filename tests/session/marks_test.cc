// Several rows of the top table marked for one filter.
#include "open_session.h"

namespace burnglass {
namespace {

struct MarkSession : OpenSession {
  MarkSession() {
    Open();
    Do(Verb::kViewTop);
  }
  void DoNamed(Verb verb, std::string_view name) {
    Do({.verb = verb, .number = engine.Name(name)});
  }
  std::vector<std::string> Marked() const {
    std::vector<std::string> names;
    for (const NameId name : view().marked) names.emplace_back(profile().names.Full(name));
    return names;
  }
};

using Texts = std::vector<std::string>;

TEST_CASE("A mark goes to the selected row and to the next, and is taken back") {
  MarkSession s;
  s.DoNamed(Verb::kSelectName, "main.work");
  s.DoNamed(Verb::kMark, "main.rest");
  CHECK(s.Marked() == Texts{"main.work", "main.rest"});
  s.DoNamed(Verb::kMark, "main.work");
  CHECK(s.Marked() == Texts{"main.rest"});
  s.DoNamed(Verb::kSelectName, "main.main");
  CHECK(s.Marked().empty());
}

TEST_CASE("Filters name all that is marked in one pattern, and the marks are gone then") {
  for (const auto& [verb, link] : {std::pair{Verb::kFocus, "f="}, std::pair{Verb::kIgnore, "i="},
                                   std::pair{Verb::kHide, "h="}}) {
    MarkSession s;
    s.DoNamed(Verb::kMark, "main.work");
    s.DoNamed(Verb::kMark, "runtime.mallocgc");
    s.Do(verb);
    CHECK(s.session.Link() ==
          link + std::string("%5Emain%5C.work%24%7C%5Eruntime%5C.mallocgc%24&view=top"));
    CHECK(s.Marked().empty());
  }
}

TEST_CASE("Shift marks all rows between, by pointer and by key") {
  MarkSession s;
  const Top& top = *s.session.ShownTop();
  REQUIRE(top.size() >= 4);
  s.Do({.verb = Verb::kSelectName, .number = top[3].name});
  s.Do({.verb = Verb::kMarkTo, .number = top[1].name});
  CHECK(s.view().marked.size() == 3);
  CHECK(s.view().selected_name == top[1].name);
  s.Do(Verb::kMarkUp);
  CHECK(s.view().marked.size() == 4);
  s.Do(Verb::kMarkUp);
  CHECK(s.view().marked.size() == 4);
  CHECK(s.view().selected_name == top[0].name);
}

TEST_CASE("Escape takes the marks away first, then the selection") {
  MarkSession s;
  s.DoNamed(Verb::kMark, "main.work");
  s.DoNamed(Verb::kMark, "main.rest");
  s.Do(Verb::kEscape);
  CHECK(s.Marked().empty());
  CHECK(s.view().selected_name == s.engine.Name("main.rest"));
  s.Do(Verb::kEscape);
  CHECK_FALSE(s.view().selected_name);
}

}  // namespace
}  // namespace burnglass
