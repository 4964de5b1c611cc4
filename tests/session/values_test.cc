// Keys, links, numbers, names and the index of a graph: plain values.
#include <array>

#include "open_session.h"
#include "session/keys.h"
#include "session/link.h"
#include "session/numbers.h"
#include "session/views.h"

namespace burnglass {
namespace {

TEST_CASE("keys") {
  CHECK(FindKey("Slash", "/", 0) == Verb::kFind);
  CHECK(FindKey("KeyF", "f", kKeyCtrl) == Verb::kFind);
  CHECK(FindKey("KeyF", "f", kKeyMeta) == Verb::kFind);
  CHECK(FindKey("Enter", "Enter", 0) == Verb::kZoomToSelected);
  CHECK(FindKey("Enter", "Enter", kKeyShift) == Verb::kPreviousMatch);
  CHECK(FindKey("Slash", "?", kKeyShift) == Verb::kKeys);
  CHECK(FindKey("Equal", "+", kKeyShift) == Verb::kZoomIn);
  CHECK(FindKey("Equal", "=", 0) == Verb::kZoomIn);
  // By place: on a French keyboard the key beside Tab's row says Z.
  CHECK(FindKey("KeyW", "z", 0) == Verb::kPanUp);
  CHECK(FindKey("KeyN", "n", 0) == Verb::kNextProfile);
}

TEST_CASE("keys of the browser are left to it") {
  CHECK_FALSE(FindKey("Tab", "Tab", 0));
  CHECK_FALSE(FindKey("F5", "F5", 0));
  CHECK_FALSE(FindKey("KeyL", "l", kKeyCtrl));
  CHECK_FALSE(FindKey("KeyW", "w", kKeyCtrl));
  CHECK_FALSE(FindKey("Digit0", "0", kKeyCtrl));
  CHECK_FALSE(FindKey("ArrowLeft", "ArrowLeft", kKeyAlt));
}

TEST_CASE("every verb of the table has one name, and every name its verb") {
  for (const KeyBinding& key : KeyTable()) {
    if (key.verb == Verb::kNone) continue;
    INFO(key.name);
    CHECK(FindVerb(key.name) == key.verb);
  }
  CHECK_FALSE(FindVerb(""));
  CHECK_FALSE(FindVerb("nonsense"));
}

TEST_CASE("no key means two things") {
  const auto table = KeyTable();
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t k = i + 1; k < table.size(); ++k) {
      const bool same = table[i].key == table[k].key && table[i].held == table[k].held;
      INFO(table[i].name << " and " << table[k].name);
      CHECK((!same || table[i].key.empty()));
    }
  }
}

TEST_CASE("links say what differs from the default, and are read back") {
  CHECK(LinkText({}).empty());
  const LinkState state{.query = {.sample_index = "alloc_space"},
                        .view = View::kTop,
                        .root_at_bottom = true,
                        .pattern = "a|b&c d%"};
  const std::string link = LinkText(state);
  CHECK(link == "si=alloc_space&view=top&root=bottom&search=a%7Cb%26c%20d%25");
  const Result<LinkState> read = ParseLink("#" + link);
  REQUIRE(read);
  CHECK(read->query == state.query);
  CHECK(read->view == View::kTop);
  CHECK(read->root_at_bottom);
  CHECK(read->pattern == "a|b&c d%");
}

TEST_CASE("speedscope's names of views are understood") {
  CHECK(ParseLink("view=left-heavy")->view == View::kFlame);
  CHECK(ParseLink("view=\2").error().message == "no view is called \"\\u0002\"");
  CHECK(ParseLink("view=time-ordered")->view == View::kFlame);
  CHECK(ParseLink("view=sandwich")->view ==
        (ViewOf(Verb::kViewCallers) ? View::kCallers : View::kTop));
  CHECK_FALSE(ParseLink("view=sideways"));
}

TEST_CASE("links that say nothing known are refused") {
  CHECK_FALSE(ParseLink("view=sideways"));
  CHECK_FALSE(ParseLink("root=left"));
  CHECK_FALSE(ParseLink("search=%4"));
  CHECK_FALSE(ParseLink("nonsense=1"));
}

TEST_CASE("a link is applied as a whole or not at all") {
  OpenSession s;
  s.Open();
  CHECK_FALSE(s.session.ApplyText("view=top&nonsense=1"));
  CHECK(s.session.look().view == View::kFlame);
  CHECK(s.session.ApplyText("view=top&search=malloc&si=samples"));
  s.Settle();
  CHECK(s.session.look().view == View::kTop);
  CHECK(s.session.ShownSearch()->pattern() == "malloc");
  CHECK(s.profile().Type().type == "samples");
  CHECK(s.session.Link() == "si=samples&view=top&search=malloc");
  CHECK(s.session.ApplyText("{\"sample_index\":\"cpu\"}"));
  s.Settle();
  CHECK(s.profile().Type().type == "cpu");
  CHECK_FALSE(s.session.ApplyText("{\"colour\":\"red\"}"));
  CHECK(s.session.StateText() ==
        R"({"profile":1,"queryText":"si=cpu","search":"malloc","view":"top","path":[]})");
}

TEST_CASE("values are written with a unit that suits them") {
  CHECK(ValueText(2'060'000'000, "nanoseconds") == "2.06 s");
  CHECK(ValueText(150'000'000, "nanoseconds") == "150 ms");
  CHECK(ValueText(1500, "nanoseconds") == "1.50 µs");
  CHECK(ValueText(0, "nanoseconds") == "0 ns");
  CHECK(ValueText(22'334'668, "bytes") == "21.3 MB");
  CHECK(ValueText(412, "count") == "412");
  CHECK(ValueText(1'234'567, "count") == "1\u2009234\u2009567");
  CHECK(ValueText(-3'000'000, "nanoseconds") == "\u22123 ms");
  CHECK(ValueText(7, "widgets") == "7 widgets");
}

TEST_CASE("percentages") {
  CHECK(PercentText(624, 1000) == "62.4 %");
  CHECK(PercentText(1000, 1000) == "100.0 %");
  CHECK(PercentText(0, 1000) == "0.0 %");
  CHECK(PercentText(1, 100'000) == "<0.1 %");
  CHECK(PercentText(5, 0).empty());
}

TEST_CASE("a column has one unit and the same decimals in every row") {
  const std::array<std::int64_t, 3> cpu = {2'060'000'000, 150'000'000, 10'000'000};
  const ColumnFormat ms(cpu, "nanoseconds");
  CHECK(ms.unit() == "ms");
  CHECK(ms.Text(cpu[0]) == "2\u2009060");
  CHECK(ms.Text(cpu[2]) == "10");

  const std::array<std::int64_t, 2> longer = {33'000'000'000, 120'000'000};
  const ColumnFormat seconds(longer, "nanoseconds");
  CHECK(seconds.unit() == "s");
  CHECK(seconds.Text(longer[0]) == "33.00");
  CHECK(seconds.Text(longer[1]) == "0.12");

  const std::array<std::int64_t, 2> few = {3, 1};
  CHECK(ColumnFormat(few, "nanoseconds").Text(3) == "3");
  CHECK(ColumnFormat(few, "count").unit().empty());
  CHECK(ColumnFormat({}, "count").Text(0) == "0");
  // Beside a column of MB: in MB, too, unless that leaves nothing of it.
  const std::vector<std::int64_t> flat{10'265'600, 512'000}, cum{10'270'000, 10'265'600}, tiny{900};
  CHECK(ColumnFormat(flat, "bytes").unit() == "kB");
  const ColumnFormat beside(flat, "bytes", cum);
  CHECK(beside.unit() == ColumnFormat(cum, "bytes").unit());
  CHECK(beside.Text(512'000) == ColumnFormat(cum, "bytes").Text(512'000));
  CHECK(ColumnFormat(tiny, "bytes", cum).unit() == "B");
  // What is whole there alone keeps its decimals here.
  const std::vector<std::int64_t> tens{340'000'000, 5'000'000'000}, hundred{100'000'000'000};
  CHECK(ColumnFormat(tens, "nanoseconds", hundred).Text(340'000'000) == "0.34");
}

TEST_CASE("dates") {
  CHECK(DateText(0).empty());
  CHECK(DateText(1'795'372'000'000'000'000) == "22 Nov 2026 18:26 UTC");
  CHECK(DateText(951'782'400'000'000'000) == "29 Feb 2000 00:00 UTC");
  CHECK(DateText(-60'000'000'000) == "31 Dec 1969 23:59 UTC");
}

TEST_CASE("names have packages and shorter forms") {
  OpenSession s;
  s.Open();
  const Names& names = s.profile().names;
  const NameId read = s.engine.Name("example.com/lib.(*Reader).Read");
  CHECK(names.Package(read) == "example.com/lib");
  CHECK(names.Short(read) == "lib.(*Reader).Read");
  CHECK(names.PackagePrefix(read, "lib.(*Reader).Read") == 4);
  CHECK(names.PackagePrefix(read, "(*Reader).Read") == 0);
  CHECK(names.Short(s.engine.Name("main.work")) == "main.work");
  CHECK(PathEnd(names.File(read)) == "work.go");
}

TEST_CASE("boxes are found by row and place, by number and by kinship") {
  OpenSession s;
  s.Open();
  const Flame& flame = *s.profile().shown->flame;
  CHECK(flame.rows() == 4);
  CHECK(flame.width() == 100);
  CHECK(flame.Pick(1, 89)->name == s.engine.Name("main.main"));
  CHECK(flame.Pick(1, 90)->name == s.engine.Name("runtime.gcBgMarkWorker"));
  CHECK_FALSE(flame.Pick(3, 55));  // a gap: flat time of main.work
  CHECK_FALSE(flame.Pick(9, 0));
  const RowRange all = flame.Touching(3, 0, 100);
  CHECK(all.end - all.begin == 3);
  const RowRange two = flame.Touching(3, 29, 31);
  CHECK(two.end - two.begin == 2);
  CHECK(flame.Touching(3, 51, 60).empty());
  const Box work = s.box("main.main;main.work");
  CHECK(flame.Parent(work) == s.box("main.main"));
  CHECK(flame.Path(flame.Find(work.node)).size() == 3);
  CHECK_FALSE(flame.Parent(s.box("")));
  CHECK_FALSE(flame.Neighbour(work, -1));
}

}  // namespace
}  // namespace burnglass
