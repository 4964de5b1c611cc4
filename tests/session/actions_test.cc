// The palette's lines.
#include "session/actions.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "open_session.h"
#include "session/filters.h"
#include "session/keys.h"
#include "session/views.h"

namespace burnglass {
namespace {

std::vector<std::string> Labels(const std::vector<Action>& actions) {
  std::vector<std::string> labels;
  for (const Action& action : actions) labels.push_back(action.label);
  return labels;
}

// The label with what was found in brackets.
std::string Marked(const Action& action) {
  std::string text;
  for (std::size_t i = 0; i < action.label.size(); ++i) {
    const bool hit = std::count(action.hit.begin(), action.hit.end(), i) > 0;
    text += hit ? "[" + action.label.substr(i, 1) + "]" : action.label.substr(i, 1);
  }
  return text;
}

TEST_CASE("Every verb of the key table, every view and every filter is among the actions") {
  OpenSession s;
  s.Open();
  const std::vector<Action> all = FindActions(s.session, "");
  const auto has = [&](Verb verb, std::string_view text) {
    return std::any_of(all.begin(), all.end(), [&](const Action& action) {
      return action.command.verb == verb && action.command.text == text;
    });
  };
  for (const KeyBinding& binding : KeyTable()) {
    INFO(binding.name);
    const auto view = ViewOf(binding.verb);
    const bool own = binding.verb == Verb::kOwnView && !OwnViewOf(s.profile());
    const bool offered = !own && (!view || HasView(s.profile(), *view));
    CHECK((binding.verb == Verb::kNone || has(binding.verb, "") == offered));
  }
  for (const ViewWords& view : ViewsOf(s.profile())) CHECK(has(view.verb, ""));
  for (const std::string_view name : FilterNames()) CHECK(has(Verb::kEditFilter, name));
  for (const Action& action : all) CHECK(action.label.size() > 2);
}

TEST_CASE("Every key stands beside its action") {
  OpenSession s;
  s.Open();
  for (const Action& action : FindActions(s.session, "")) {
    INFO(action.label);
    CHECK(action.caps == OwnCaps(action.command.verb));
  }
}

TEST_CASE("What begins with the text comes first, then words, then pieces, then letters") {
  OpenSession s;
  s.Open();
  const std::vector<Action> found = FindActions(s.session, "fo");
  REQUIRE(found.size() > 3);
  CHECK(Marked(found[0]) == "[F][o]ld recursion");
  const auto labels = Labels(found);
  const auto at = [&](std::string_view label) {
    return std::find(labels.begin(), labels.end(), label) - labels.begin();
  };
  CHECK(at("Focus function") < at("Filter: focus"));
  CHECK(at("Filter: focus") < at("Find functions"));
  CHECK(Marked(found[static_cast<std::size_t>(at("Filter: focus"))]) == "Filter: [f][o]cus");
  CHECK(at("Find functions") < std::ssize(labels));
}

TEST_CASE("Functions are found from two letters on, and choosing one selects it") {
  OpenSession s;
  s.Open();
  for (const Action& action : FindActions(s.session, "m")) {
    CHECK(action.kind != ActionKind::kFunction);
  }
  const std::vector<Action> found = FindActions(s.session, "malloc");
  REQUIRE(found.size() == 1);
  CHECK(Marked(found[0]) == "runtime.[m][a][l][l][o][c]gc");
  CHECK(found[0].detail == "55 ns cum");
  s.Do(found[0].command);
  CHECK(s.view().selected_name == s.engine.Name("runtime.mallocgc"));
}

TEST_CASE("Sample types and the other open profiles are among them") {
  OpenSession s;
  s.Open(1);
  s.session.Receive(s.engine.Opened(2));
  s.Settle();
  const std::vector<Action> types = FindActions(s.session, "type: sam");
  REQUIRE(types.size() == 1);
  s.Do(types[0].command);
  CHECK(s.session.Link() == "si=samples");
  const std::vector<Action> profiles = FindActions(s.session, "profile: ");
  REQUIRE(profiles.size() >= 1);
  s.Do(profiles[0].command);
  CHECK(s.session.active()->id == 1);
}

TEST_CASE("Without a profile there are still actions") {
  OpenSession s;
  CHECK(FindActions(s.session, "open").size() >= 1);
  CHECK(FindActions(s.session, "zzz qqq").empty());
}

}  // namespace
}  // namespace burnglass
