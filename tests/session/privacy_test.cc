// What a file could tell, and a copy of it that does not.
#include "open_session.h"

namespace burnglass {
namespace {

TEST_CASE("The privacy panel is asked for when it is opened, and once") {
  OpenSession s;
  s.Open();
  CHECK_FALSE(s.profile().privacy);
  s.Do(Verb::kPrivacy);
  REQUIRE(s.profile().privacy);
  CHECK(s.session.StateText().find("\"view\":\"privacy\"") != std::string::npos);
  const PrivacyGroup& people = s.profile().privacy->groups.at(0);
  CHECK(people.lines[0].what == "User names");
  CHECK(people.lines[0].count == "4 in 1\u2009200 places");
  CHECK(people.lines[0].examples == "alice, bob, eve, …");
  CHECK(people.lines[1].count == "none");
  CHECK_FALSE(people.lines[1].found);
  CHECK(people.lines[2].what == "and 2 more");
  CHECK(s.profile().privacy->packages[0].functions == "1 function");
  CHECK(s.profile().privacy->packages_left_out == 3);
  const std::size_t asked = s.asked;
  s.Do(Verb::kPrivacy);
  s.Do(Verb::kPrivacy);
  CHECK(s.asked == asked);
}

TEST_CASE("The panel takes the view's place until Escape, another view or itself") {
  OpenSession s;
  s.Open();
  for (const Verb verb : {Verb::kPrivacy, Verb::kEscape, Verb::kViewTop}) {
    s.Do(Verb::kPrivacy);
    CHECK(s.session.look().overlay == Overlay::kPrivacy);
    s.Do(verb);
    CHECK(s.session.look().overlay == Overlay::kNone);
  }
}

TEST_CASE("Nothing of the panel comes into a link, the history or the settings") {
  OpenSession s;
  s.Open();
  const std::string link = s.session.Link();
  s.Do(Verb::kPrivacy);
  s.Do({.verb = Verb::kKeepPackage, .text = "main"});
  CHECK(s.session.Link() == link);
  CHECK(s.Take(EffectKind::kSettings).empty());
}

TEST_CASE("Without an open profile there is no panel") {
  OpenSession s;
  s.Do(Verb::kPrivacy);
  CHECK(s.session.look().overlay == Overlay::kNone);
}

TEST_CASE("A redacted copy keeps the packages that are chosen, of what is filtered") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kFocus);
  s.Do({.verb = Verb::kKeepPackage, .text = "main"});
  s.Do({.verb = Verb::kKeepPackage, .text = "acme.example/shop"});
  s.Do({.verb = Verb::kKeepPackage, .text = "acme.example/shop"});
  s.Do(Verb::kSaveRedacted);
  std::string text;
  for (const Effect& effect : s.effects) {
    if (effect.kind == EffectKind::kSave) text = effect.text;
  }
  CHECK(text == "the redacted of f=%5Emain%5C.work%24 keeping main");
}

}  // namespace
}  // namespace burnglass
