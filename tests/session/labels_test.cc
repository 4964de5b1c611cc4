// Labels: two values compared within one file, rows by value, boxes coloured by value.
#include "open_session.h"

namespace burnglass {
namespace {

OpenSession Labelled() {
  OpenSession s(kStacks, {.label_keys = {"bytes", "tenant"}});
  s.Open();
  return s;
}

// The labels view, on "tenant".
OpenSession AtTenants() {
  OpenSession s = Labelled();
  s.Do(Verb::kViewLabels);
  s.Do({.verb = Verb::kLabelKey, .text = "tenant"});
  return s;
}

std::vector<pb::MakeQuestion> TakeMakes(OpenSession& s) {
  std::vector<pb::MakeQuestion> makes;
  s.session.Tick(s.now);
  for (const Bytes& question : s.session.TakeQuestions()) {
    const pb::Header header = Message::Read(question)->header();
    if (header.has_make_question()) makes.push_back(header.make_question());
    s.session.Receive(s.engine.Answer(question));
  }
  s.Settle();
  return makes;
}

TEST_CASE("two values are compared, the first as A, and the tab says which") {
  OpenSession s = AtTenants();
  s.Do({.verb = Verb::kLabelSide, .number = 0});
  REQUIRE(s.profile().labels.side);
  CHECK(s.profile().labels.side->Title() == "tenant: acme");
  s.session.Apply({.verb = Verb::kLabelSide, .number = 1});
  const auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].base(0) == 1);
  CHECK(makes[0].source(0) == 1);
  CHECK(makes[0].base_labels().tagfocus() == "tenant=^acme$");
  CHECK(makes[0].source_labels().tagfocus() == "tenant=^globex$");
  CHECK(s.profile().id == kFirstMade);
  CHECK(s.profile().Title() == "tenant: acme → globex");
  CHECK(s.session.SideTitle(*s.profile().plan, false) == "tenant: acme");
  CHECK(s.session.SideTitle(*s.profile().plan, true) == "tenant: globex");
  CHECK(s.session.look().view == View::kFlame);
}

TEST_CASE("pressed again, the value is A no more; so it is when another label is looked at") {
  OpenSession s = AtTenants();
  s.Do({.verb = Verb::kLabelSide, .number = 0});
  s.Do({.verb = Verb::kLabelSide, .number = 0});
  CHECK_FALSE(s.profile().labels.side);
  s.Do({.verb = Verb::kLabelSide, .number = 0});
  s.Do({.verb = Verb::kLabelKey, .text = "bytes"});
  CHECK_FALSE(s.profile().labels.side);
  s.Do({.verb = Verb::kLabelSide, .number = 99});
  CHECK_FALSE(s.profile().labels.side);
}

TEST_CASE("a value is compared with all other samples") {
  OpenSession s = AtTenants();
  s.session.Apply({.verb = Verb::kLabelRest, .number = 1});
  const auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].base_labels().tagignore() == "tenant=^globex$");
  CHECK(makes[0].source_labels().tagfocus() == "tenant=^globex$");
  CHECK(s.profile().Title() == "tenant: all but globex → globex");
}

TEST_CASE("sides by labels are swapped and chosen anew, and made anew by a fresh engine") {
  OpenSession s = AtTenants();
  s.Do({.verb = Verb::kLabelSide, .number = 0});
  s.Do({.verb = Verb::kLabelSide, .number = 1});
  s.session.Apply({.verb = Verb::kSwapSides});
  auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].base_labels().tagfocus() == "tenant=^globex$");
  CHECK(s.profile().Title() == "tenant: globex → acme");
  const std::vector<SideLabels> choices = s.session.SideChoices(s.profile());
  // Two values, the samples without one, and all but either side.
  REQUIRE(choices.size() == 5);
  CHECK(choices[2].Title() == "tenant: (without)");
  s.session.Apply({.verb = Verb::kSetSideLabels, .number = 2, .x = 0});
  makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].base_labels().tagignore() == "tenant=.*");
  CHECK(s.profile().Title() == "tenant: (without) → acme");
  s.session.Reload(0);
  s.session.Reload(1);
  s.session.Receive(s.engine.Opened(1));
  makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].base_labels().tagignore() == "tenant=.*");
  CHECK(makes[0].source_labels().tagfocus() == "tenant=^acme$");
}

TEST_CASE("what is filtered stays filtered in the comparison, but not by the same label") {
  OpenSession s = AtTenants();
  s.Do({.verb = Verb::kTagFocus, .text = "tenant=.*"});
  s.Do({.verb = Verb::kSampleType, .number = 0});
  REQUIRE(s.session.ApplyText("f=work&tf=tenant%3D.*&si=samples&view=labels"));
  s.Settle();
  s.Do({.verb = Verb::kLabelKey, .text = "tenant"});
  s.Do({.verb = Verb::kLabelRest, .number = 0});
  CHECK(s.profile().id == kFirstMade);
  CHECK(s.profile().query == Query{.sample_index = "samples", .focus = "work"});
}

TEST_CASE("a plan may say which samples of a side count") {
  OpenSession s = Labelled();
  CHECK(s.session.Make("base=1&source=1&base_tagfocus=tenant%3Dacme&source_tagignore=tenant") != 0);
  const auto makes = TakeMakes(s);
  REQUIRE(makes.size() == 1);
  CHECK(makes[0].base_labels().tagfocus() == "tenant=acme");
  CHECK(makes[0].source_labels().tagignore() == "tenant");
  CHECK(s.profile().Title() == "tenant=acme → all but tenant");
}

TEST_CASE("with labels one file is enough to compare") {
  OpenSession s = Labelled();
  s.Do(Verb::kCompare);
  CHECK(s.session.look().overlay == Overlay::kCompare);
  s.Do({.verb = Verb::kCompareLabels, .text = "tenant"});
  CHECK(s.session.look().view == View::kLabels);
  CHECK(s.session.ShownLabelKey()->text == "tenant");
}

TEST_CASE("rows by label lead to the functions of a value") {
  OpenSession s = Labelled();
  s.Do(Verb::kViewTop);
  s.Do({.verb = Verb::kGroupByLabel, .text = "tenant"});
  REQUIRE(s.session.ShownGroups());
  const Groups& groups = *s.session.ShownGroups();
  REQUIRE(groups.rows.size() == 3);
  CHECK(groups.rows[0].text == "acme");
  CHECK(groups.rows[2].absent);
  CHECK(groups.two_values == 5);
  s.Do({.verb = Verb::kGroup, .number = 0});
  CHECK(s.profile().query.tagfocus == "tenant=^acme$");
  CHECK(s.session.ShownRowsOf() == RowsOf::kFunctions);
  s.Do(Verb::kUndo);
  s.Do({.verb = Verb::kGroupByLabel, .text = "tenant"});
  s.Do({.verb = Verb::kGroup, .number = 2});
  CHECK(s.profile().query.tagignore == "tenant=.*");
}

TEST_CASE("a file without the label has functions as rows, and packages as colours") {
  OpenSession s = Labelled();
  s.Do(Verb::kViewTop);
  s.Do({.verb = Verb::kGroupByLabel, .text = "nothing"});
  CHECK(s.session.ShownRowsOf() == RowsOf::kFunctions);
  CHECK(s.session.ShownGroups() == nullptr);
  s.Do({.verb = Verb::kColourBy, .number = 5, .text = "nothing"});
  CHECK(s.session.ShownColourBy() == ColourBy::kPackage);
}

TEST_CASE("colours by label are asked for once, and kept in links") {
  OpenSession s = Labelled();
  const auto colour = static_cast<std::uint32_t>(ColourBy::kLabel);
  s.Do({.verb = Verb::kColourBy, .number = colour, .text = "tenant"});
  CHECK(s.session.ShownColourBy() == ColourBy::kLabel);
  const LabelColours* colours = s.profile().shown->FindColours("tenant");
  REQUIRE(colours);
  CHECK(colours->ColourOf(1) == 1);
  CHECK(colours->ColourOf(2) == 0);
  CHECK_FALSE(colours->ColourOf(1000));
  CHECK(colours->Text(2) == "(without)");
  CHECK(colours->ShareOf(2) == 1);
  const std::size_t asked = s.asked;
  s.Settle();
  CHECK(s.asked == asked);
  s.Do(Verb::kInverted);
  REQUIRE(s.profile().shown->FindColours("tenant"));
  CHECK(s.session.Link() == "tree=inverted&colour=label:tenant");
  REQUIRE(s.session.ApplyText("colour=heat"));
  REQUIRE(s.session.ApplyText("colour=label:a%20b"));
  CHECK(s.session.look().colour_label == "a b");
  CHECK(s.session.ShownColourBy() == ColourBy::kPackage);
  CHECK_FALSE(s.session.ApplyText("colour=label:"));
  REQUIRE(s.session.ApplyText("colour=label:tenant&view=callers"));
  s.Settle();
  REQUIRE(s.profile().pivot.callers);
  CHECK(s.profile().pivot.callers->FindColours("tenant"));
}

}  // namespace
}  // namespace burnglass
