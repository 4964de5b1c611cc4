// Lines, labels and facts: what is asked, kept and made of them.
#include "session/actions.h"
#include "session/filters.h"
#include "session/source_link.h"
#include "session/sources.h"

#include "open_session.h"

namespace burnglass {
namespace {

TEST_CASE("A view is asked for when it is seen, and once") {
  OpenSession s;
  s.Open();
  CHECK(s.session.ShownLabels() == nullptr);
  CHECK_FALSE(s.profile().sheet);
  s.Do(Verb::kViewLabels);
  REQUIRE(s.session.ShownLabels() != nullptr);
  const std::size_t asked = s.asked;
  s.Do(Verb::kViewFlame);
  s.Do(Verb::kViewLabels);
  CHECK(s.asked == asked);
  s.Do(Verb::kViewFacts);
  REQUIRE(s.profile().sheet);
  CHECK(s.profile().sheet->groups[0].lines[1].value == "22 Nov 2026 18:26 UTC");
  CHECK(s.profile().sheet->groups[1].lines.back().value == "and 1\u2009234 more");
  s.Do(Verb::kViewLines);
  CHECK(s.session.ShownLines() != nullptr);
}

TEST_CASE("An empty profile has facts, too") {
  OpenSession s("main.main 0", {.empty_reason = "Nothing was measured."});
  s.Open();
  s.Do(Verb::kViewFacts);
  CHECK(s.profile().sheet);
}

TEST_CASE("Without a selection the lines are of the hottest own function") {
  OpenSession s;
  s.Open();
  CHECK(s.session.LinesName() == s.engine.Name("main.work"));
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("runtime.mallocgc")});
  CHECK(s.session.LinesName() == s.engine.Name("runtime.mallocgc"));
}

TEST_CASE("A label's key stays chosen from query to query") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kViewLabels);
  CHECK(s.session.ShownLabelKey()->text == "bytes");
  s.Do({.verb = Verb::kLabelKey, .text = "tenant"});
  s.Do({.verb = Verb::kTagFocus, .text = "tenant=^acme$"});
  CHECK(s.session.Link() == "tf=tenant%3D%5Eacme%24&view=labels");
  CHECK(s.session.ShownLabelKey()->text == "tenant");
  s.Do({.verb = Verb::kLabelTable, .number = 2});
  REQUIRE(s.session.ShownMatrix() != nullptr);
  CHECK(s.session.ShownMatrix()->cum());
  s.Do({.verb = Verb::kLabelTable, .number = 1});
  REQUIRE(s.session.ShownMatrix() != nullptr);
  CHECK_FALSE(s.session.ShownMatrix()->cum());
}

TEST_CASE("A cell keeps a function's stacks in the samples of a value") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kFocusCell, .number = s.engine.Name("main.work"), .text = "tenant=^acme$"});
  CHECK(s.session.Link() == "f=%5Emain%5C.work%24&tf=tenant%3D%5Eacme%24");
}

TEST_CASE("Values of one key to ignore come together, others give way") {
  Query query = WithLabelFilter({}, "tagignore", "tenant=^a$");
  query = WithLabelFilter(query, "tagignore", "tenant=^b$");
  CHECK(query.tagignore == "tenant=^a$,^b$");
  CHECK(WithLabelFilter(query, "tagignore", "phase=^c$").tagignore == "phase=^c$");
  query = WithLabelFilter({}, "tagignore", "bytes=16bytes");
  CHECK(WithLabelFilter(query, "tagignore", "bytes=64bytes").tagignore == "bytes=64bytes");
  query = WithLabelFilter({}, "tagfocus", "tenant=^a$");
  CHECK(WithLabelFilter(query, "tagfocus", "tenant=^b$").tagfocus == "tenant=^b$");
}

TEST_CASE("A source file is found by the longest end of its path") {
  Sources sources;
  CHECK(sources.Add("app/main.go", "one\n"));
  CHECK(sources.Add("app/cmd/server/main.go", "two\r\n\nlast"));
  CHECK(sources.Add("other/server/main.go", "three"));
  const Source* found = sources.Find("/go/src/example.com/app/cmd/server/main.go");
  REQUIRE(found);
  CHECK(found->path() == "app/cmd/server/main.go");
  CHECK(found->lines() == 3);
  CHECK(found->Line(1) == "two");
  CHECK(found->Line(2) == "");
  CHECK(found->Line(3) == "last");
  CHECK(found->Line(4) == "");
  CHECK(sources.Find("main.go")->path() == "app/main.go");
  CHECK(sources.Find("domain.go") == nullptr);
  CHECK(sources.Add("app/main.go", "new"));
  CHECK(sources.size() == 3);
  CHECK(sources.Find("app/main.go")->Line(1) == "new");
}

TEST_CASE("What is too much source is not taken") {
  Sources sources;
  CHECK_FALSE(sources.Add("big.go", std::string(Sources::kMostBytesOfOne + 1, 'x')));
  CHECK(sources.size() == 0);
  for (int i = 0; i < 16; ++i) {
    CHECK(sources.Add(std::to_string(i), std::string(Sources::kMostBytesOfOne, 'x')));
  }
  CHECK_FALSE(sources.Add("one more", "x"));
}

std::string LinkOf(std::size_t which, std::string_view file, std::string_view package) {
  return FillTemplate(LinkTemplates()[which].text, PlaceOfSource(file, package), 12);
}

TEST_CASE("Links to lines of modules") {
  constexpr std::string_view kCached = "/src/go/pkg/mod/github.com/!azure/sdk@v1.2.3/sub/z.go";
  CHECK(LinkOf(0, kCached, "github.com/Azure/sdk/sub") ==
        "https://github.com/Azure/sdk/blob/v1.2.3/sub/z.go#L12");
  CHECK(LinkOf(1, "gitlab.com/a/b@v0.1.0/z.go", "gitlab.com/a/b") ==
        "https://gitlab.com/a/b/-/blob/v0.1.0/z.go#L12");
  CHECK(LinkOf(2, kCached, "") == "https://pkg.go.dev/github.com/Azure/sdk@v1.2.3/sub");
  CHECK(LinkOf(2, "gitlab.com/a/b@v0.1.0/z.go", "") == "https://pkg.go.dev/gitlab.com/a/b@v0.1.0");
  CHECK(LinkOf(3, kCached, "") ==
        "vscode://file/src/go/pkg/mod/github.com/!azure/sdk@v1.2.3/sub/z.go:12");
}

TEST_CASE("Links know commits, folders of modules, and Go's own code") {
  CHECK(LinkOf(0, "golang.org/x/net@v0.0.0-20240102030405-abcdef123456/http2/h.go", "") ==
        "https://github.com/golang/net/blob/abcdef123456/http2/h.go#L12");
  CHECK(LinkOf(0, "github.com/x/y/sub/v2@v2.1.0/z.go", "") ==
        "https://github.com/x/y/blob/sub/v2.1.0/sub/z.go#L12");
  CHECK(LinkOf(0, "/usr/local/go/src/runtime/malloc.go", "runtime") ==
        "https://github.com/golang/go/blob/master/src/runtime/malloc.go#L12");
  CHECK(LinkOf(2, "/usr/local/go/src/net/http/server.go", "net/http") ==
        "https://pkg.go.dev/net/http");
  CHECK(LinkOf(0, "/src/app/internal/z.go", "github.com/me/app/internal") ==
        "https://github.com/me/app/blob/HEAD/internal/z.go#L12");
}

TEST_CASE("What is not known has no link") {
  CHECK(LinkOf(0, "/src/app/main.go", "main").empty());
  CHECK(LinkOf(3, "runtime/malloc.go", "runtime").empty());
  CHECK(FillTemplate("https://example.com/{nonsense}", {}, 1).empty());
  CHECK(FillTemplate("https://example.com/{open", {}, 1).empty());
}

TEST_CASE("what a hostile file is called stays a part of the path") {
  const SourcePlace place{"/a b/\"><x>?q#f%41\n.go", "example.com/m", "v1", "p&q='.go"};
  CHECK(FillTemplate("https://h/{file}", place, 3) ==
        "https://h//a%20b/%22%3E%3Cx%3E%3Fq%23f%2541%0A.go");
  CHECK(FillTemplate("https://h/{path}?l={line}", place, 3) == "https://h/p%26q%3D%27.go?l=3");
  CHECK(FillTemplate("https://h/x/{path}", {"/f.go", "m", "", "../../up.go"}, 1).empty());
  CHECK(FillTemplate("https://h/x/{dir}", {"/f.go", "m", "", "../../up.go"}, 1).empty());
}

TEST_CASE("a template of one's own leads to the web or into an editor, and is kept") {
  for (const char* good :
       {"https://code.corp/{module}@{version}/{path}#L{line}", "http://127.0.0.1:8080/{path}",
        "vscode://file{file}:{line}", "idea://open?file={file}&line={line}"}) {
    INFO(good);
    CHECK(RefusalOfTemplate(good).empty());
    CHECK(LooksLikeTemplate(good));
  }
  for (const char* bad : {"javascript://alert(1)", "javascript:alert(1)", "data:text/html,x",
                          "file:///etc/{file}", "https:", "https://", "HTTPS://x", " https://x",
                          "https://x y/{file}", "https://x/\"onclick", "https://x/{nonsense}",
                          "https://x/{open", "blob:https://x", "vscode:x", "", "x"}) {
    INFO(bad);
    CHECK_FALSE(RefusalOfTemplate(bad).empty());
  }
  OpenSession s;
  s.Open();
  s.Do(Verb::kEnterLink);
  CHECK(s.session.look().overlay == Overlay::kPalette);
  CHECK(s.Take(EffectKind::kPaletteText) == std::vector<std::string>{"https://"});
  const std::vector<Action> found = FindActions(s.session, "https://code.corp/{path}?l={line}&x=1");
  REQUIRE(found.size() == 1);
  s.effects.clear();
  s.Do(found[0].command);
  CHECK(ChosenLink(s.session.look()).text == "https://code.corp/{path}?l={line}&x=1");
  const auto kept = s.Take(EffectKind::kSettings);
  REQUIRE(kept.size() == 1);
  Look look;
  ReadSettings(kept[0], look);
  CHECK(look.own_link == "https://code.corp/{path}?l={line}&x=1");
  CHECK(look.source_link == LinkTemplates().size());
  Look safe;
  ReadSettings("link=javascript%3Aalert(1)", safe);
  CHECK(safe.own_link.empty());
  CHECK(FindActions(s.session, "javascript://x").at(0).command.verb == Verb::kNone);
  s.Do({.verb = Verb::kOwnLink, .text = "javascript:alert(1)"});
  CHECK(s.session.look().own_link == "https://code.corp/{path}?l={line}&x=1");
  s.Do({.verb = Verb::kSourceLink, .number = 99});
  CHECK(s.session.look().source_link == LinkTemplates().size());
}

}  // namespace
}  // namespace burnglass
