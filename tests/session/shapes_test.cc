// The shape of the flame graph, and the callers view.
#include "open_session.h"

namespace burnglass {
namespace {

TEST_CASE("The graph is turned round; functions stay selected, boxes do not") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectBox, .box = s.box("main.main;main.work")});
  s.Do(Verb::kZoomToSelected);
  s.Do(Verb::kInverted);
  CHECK(s.profile().shown->query == "tree=inverted");
  CHECK(s.session.Link() == "tree=inverted");
  CHECK(s.view().window.width == 0);
  CHECK_FALSE(s.view().selected);
  CHECK(s.view().selected_name == s.engine.Name("main.work"));
  std::int64_t malloc = 0;
  const Flame& flame = *s.profile().shown->flame;
  for (std::uint32_t place = flame.Row(1).begin; place < flame.Row(1).end; ++place) {
    const Box box = flame[flame.At(place)];
    if (box.name == s.engine.Name("runtime.mallocgc")) malloc += box.width;
  }
  CHECK(malloc == 55);
  s.Do(Verb::kInverted);
  CHECK(s.profile().shown->query == "");
}

TEST_CASE("Shapes stand behind the query, in questions and in links") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kFocus);
  s.Do(Verb::kByName);
  s.Do(Verb::kFolded);
  CHECK(s.profile().shown->query == "f=%5Emain%5C.work%24&order=name&recursion=folded");
  const std::string link = s.session.Link();
  CHECK(link == s.profile().shown->query);
  OpenSession other;
  other.Open();
  REQUIRE(other.session.ApplyText(link));
  other.Settle();
  CHECK(other.session.Link() == link);
  CHECK(other.profile().shown->query == link);
  CHECK_FALSE(other.session.ApplyText("order=size"));
  CHECK_FALSE(other.session.ApplyText("tree=callers"));
  CHECK(other.session.Link() == link);
}

TEST_CASE("Packages are folded by a word in questions and in links") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kPackages);
  CHECK(s.profile().shown->query == "packages=folded");
  CHECK(s.session.Link() == "packages=folded");
  OpenSession other;
  other.Open();
  REQUIRE(other.session.ApplyText("recursion=folded&packages=folded"));
  other.Settle();
  CHECK(other.session.look().packages);
  CHECK(other.session.look().folded);
  CHECK_FALSE(other.session.ApplyText("packages=small"));
  other.Do(Verb::kPackages);
  CHECK(other.session.Link() == "recursion=folded");
  other.Do(Verb::kUndo);
  CHECK(other.session.Link() == "recursion=folded&packages=folded");
}

TEST_CASE("Colours are part of a link") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kColourBy, .number = static_cast<std::uint32_t>(ColourBy::kHeat)});
  CHECK(s.session.Link() == "colour=heat");
  CHECK(s.session.ApplyText("colour=kind"));
  CHECK(s.session.look().colour_by == ColourBy::kClass);
  CHECK_FALSE(s.session.ApplyText("colour=taste"));
}

TEST_CASE("The callers view is about the selected function, or else the hottest own one") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kViewCallers);
  REQUIRE(s.session.ShownPivot() != nullptr);
  CHECK(s.session.ShownPivot()->name == s.engine.Name("main.work"));
  CHECK(s.session.Link() == "view=callers");
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("runtime.mallocgc")});
  CHECK(s.session.ShownPivot()->name == s.engine.Name("main.work"));
  s.Do(Verb::kPivot);
  const PivotState& pivot = s.profile().pivot;
  CHECK(pivot.shown == s.engine.Name("runtime.mallocgc"));
  CHECK(pivot.callers->query == "tree=callers&pivot=" + std::to_string(pivot.shown));
  CHECK(pivot.callers->flame->width() == 55);
  CHECK(pivot.callees->flame->width() == 55);
  CHECK(s.session.ShownPivot()->callers.size() == 2);
  CHECK(s.session.Link() == "view=callers&pivot=runtime.mallocgc");
}

TEST_CASE("One goes from function to function and back again") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kViewCallers);
  s.Do({.verb = Verb::kPivotOn, .number = s.engine.Name("main.main")});
  s.Do({.verb = Verb::kPivotOn, .number = s.engine.Name("main.rest")});
  CHECK(s.view().selected_name == s.engine.Name("main.rest"));
  s.Do(Verb::kBack);
  CHECK(s.profile().pivot.shown == s.engine.Name("main.main"));
  s.Do(Verb::kEscape);
  CHECK(s.profile().pivot.shown == s.engine.Name("main.work"));
  s.Do({.verb = Verb::kPivotOn, .number = s.engine.Name("main.rest")});
  s.Do(Verb::kDropPivot);
  CHECK(s.profile().pivot.shown == s.engine.Name("main.work"));
  CHECK(s.session.Link() == "view=callers");
  s.Do({.verb = Verb::kPivotOn, .number = 0});
  s.Do({.verb = Verb::kPivotOn, .number = 1000});
  CHECK(s.profile().pivot.shown == s.engine.Name("main.work"));
}

TEST_CASE("A link names the function, which has another number in another file") {
  OpenSession s("main.rest;main.work 3\n main.rest 1");
  s.Open();
  REQUIRE(s.session.ApplyText("view=callers&pivot=main.rest"));
  s.Settle();
  CHECK(s.profile().pivot.shown == s.engine.Name("main.rest"));
  REQUIRE(s.session.ApplyText("view=callers&pivot=main.nowhere"));
  s.Settle();
  CHECK(s.profile().pivot.shown == s.engine.Name("main.rest"));
}

TEST_CASE("Callers and callees are zoomed together and apart from the flame graph") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("runtime.mallocgc")});
  s.Do(Verb::kPivot);
  const Flame& callers = *s.profile().pivot.callers->flame;
  const Box box = callers[callers.At(callers.Row(1).begin)];
  REQUIRE(box.width == 30);
  s.Do({.verb = Verb::kZoomToBox, .box = box});
  CHECK(s.profile().pivot.view.window.width == 30);
  CHECK(s.view().window.width == 0);
  CHECK_FALSE(s.session.Whole());
  s.Do({.verb = Verb::kPan, .y = -30});
  CHECK(s.profile().pivot.view.scroll == 0);  // nothing is called: there is nowhere to go
  s.Do({.verb = Verb::kPan, .y = 30});
  CHECK(s.profile().pivot.view.scroll == -30);
  s.Do(Verb::kBack);
  CHECK(s.session.Whole());
  s.Do(Verb::kViewFlame);
  CHECK(s.view().scroll == 0);
}

TEST_CASE("A box of callers selects its function without leaving it") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("runtime.mallocgc")});
  s.Do(Verb::kPivot);
  const Flame& callers = *s.profile().pivot.callers->flame;
  s.Do({.verb = Verb::kSelectBox, .box = callers[callers.At(callers.Row(1).begin)]});
  CHECK(s.view().selected_name == s.engine.Name("main.work"));
  CHECK(s.profile().pivot.shown == s.engine.Name("runtime.mallocgc"));
  s.Do(Verb::kPivot);
  CHECK(s.profile().pivot.shown == s.engine.Name("main.work"));
}

TEST_CASE("Old answers give way, those on screen stay") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kViewCallers);
  for (int round = 0; round < 3; ++round) {
    for (NameId name = 1; name <= 6; ++name) {
      s.Do({.verb = Verb::kPivotOn, .number = name});
      REQUIRE(s.profile().pivot.shown == name);
      CHECK(s.profile().pivot.callers->flame->width() == s.profile().pivot.callees->flame->width());
      CHECK(s.profile().shown->query == "");
    }
  }
  CHECK(s.profile().answers.size() <= 13u);
}

TEST_CASE("Filters and shapes of the callers view are those of the flame graph") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kPivot);
  s.Do(Verb::kHide);
  s.Do(Verb::kByName);
  CHECK(s.profile().pivot.callees->query ==
        "h=%5Emain%5C.work%24&tree=callees&pivot=" + std::to_string(s.engine.Name("main.work")) +
            "&order=name");
}

TEST_CASE("A function is collapsed by pprof's prune_from") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kCollapse);
  CHECK(s.session.Link() == "prunefrom=%5Emain%5C.work%24");
  s.Do({.verb = Verb::kDropFilter, .text = "prune_from"});
  CHECK(s.session.Link() == "");
}

TEST_CASE("A method is collapsed by its whole name, which prune_from cannot see") {
  OpenSession s("main.main;main.(*T).run 3");
  s.Open();
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.(*T).run")});
  s.Do(Verb::kCollapse);
  CHECK(s.profile().query == Query{.collapse = R"(^main\.\(\*T\)\.run$)"});
  const std::string link = s.session.Link();
  CHECK(link.starts_with("collapse=%5Emain"));
  s.Do({.verb = Verb::kDropFilter, .text = "collapse"});
  CHECK(s.session.Link() == "");
  REQUIRE(s.session.ApplyText(link));
  s.Settle();
  s.effects.clear();
  s.Do(Verb::kCopyBurnglass);
  CHECK(s.Take(EffectKind::kCopy) ==
        std::vector<std::string>{
            R"(burnglass pprof -top -collapse='^main\.\(\*T\)\.run$' test.pb.gz)"});
  CHECK(s.session.notice() == "The command is copied.");
  s.Do(Verb::kCopyPprof);
  CHECK(s.Take(EffectKind::kCopy) == std::vector<std::string>{"go tool pprof -top test.pb.gz"});
  CHECK(s.session.notice() ==
        "The command is copied, without collapse: go tool pprof cannot name one method there.");
}

TEST_CASE("A link takes pprof's names and colours by label") {
  OpenSession s;
  s.Open();
  REQUIRE(s.session.ApplyText(
      "f=a&i=b&h=c&s=d&sf=e&prunefrom=p&tf=f&ti=g&ts=h&th=i&si=samples&g=lines&n=7&nf=0.1&ef=0.2&"
      "sort=cum&mean=true&norm=true&rel=true&dropneg=true&calltree=true&compact=true&trim=false&"
      "noinlines=true&showcolumns=true&unit=ms&divide_by=2&p=work"));
  CHECK(s.profile().query == Query{.sample_index = "samples",
                                   .mean = true,
                                   .normalize = true,
                                   .granularity = "lines",
                                   .noinlines = true,
                                   .showcolumns = true,
                                   .focus = "a",
                                   .ignore = "b",
                                   .hide = "c",
                                   .show = "d",
                                   .show_from = "e",
                                   .prune_from = "p",
                                   .tagfocus = "f",
                                   .tagignore = "g",
                                   .tagshow = "h",
                                   .taghide = "i",
                                   .relative_percentages = true,
                                   .drop_negative = true,
                                   .call_tree = true,
                                   .sort = "cum",
                                   .unit = "ms",
                                   .divide_by = 2,
                                   .trim = false,
                                   .nodecount = 7,
                                   .nodefraction = 0.1,
                                   .edgefraction = 0.2,
                                   .compact_labels = true});
  CHECK(s.session.look().pattern == "work");
  for (const char* view : {"left-heavy", "time-ordered"}) {
    REQUIRE(s.session.ApplyText("view=" + std::string(view)));
    CHECK(s.session.look().view == View::kFlame);
  }
  REQUIRE(s.session.ApplyText("view=sandwich"));
  CHECK(s.session.look().view == View::kCallers);
  CHECK_FALSE(s.session.ApplyText("view=nowhere"));
}

TEST_CASE("What a link asks waits for the first profile") {
  OpenSession s;
  REQUIRE(s.session.ApplyText("f=work&view=callers&pivot=main.rest"));
  CHECK(s.session.Link() == "f=work&view=callers&pivot=main.rest");
  s.Open();
  CHECK(s.profile().query.focus == "work");
  CHECK(s.profile().names.Full(s.profile().Pivot().value()) == "main.rest");
  s.Open(2);
  CHECK(s.profile().id == 2);
  CHECK(s.profile().query == Query{});
}

}  // namespace
}  // namespace burnglass
