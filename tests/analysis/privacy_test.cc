#include "analysis/privacy.h"

#include <catch2/catch_test_macros.hpp>

#include "analysis/text_traces.h"
#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

std::vector<std::string> Traces(std::string_view text, Trace wanted,
                                TextKind kind = TextKind::kProse) {
  std::vector<std::string> all;
  TraceFinder().Find(text, kind, [&](Trace trace, std::string_view found) {
    if (trace == wanted) all.emplace_back(found);
  });
  return all;
}
using Texts = std::vector<std::string>;

TEST_CASE("Home directories and whose they are") {
  CHECK(Traces("/home/alice/src/x.go", Trace::kUser) == Texts{"alice"});
  CHECK(Traces("/Users/bob.k/go/x.go", Trace::kHome) == Texts{"/Users/bob.k"});
  CHECK(Traces("C:\\Users\\eve\\x.go and /home/alice", Trace::kUser) == Texts{"eve", "alice"});
  CHECK(Traces("/srv/home/x /homework/y acme.com/home/x", Trace::kUser) == Texts{});
}

TEST_CASE("Addresses of mail and of the web, and the hosts in them") {
  CHECK(Traces("ask alice@acme.example.", Trace::kEmail) == Texts{"alice@acme.example"});
  CHECK(Traces("/mod/yaml@v1.2.3-beta.rc/x.go", Trace::kEmail, TextKind::kPath) == Texts{});
  CHECK(Traces("see https://u:p@wiki.acme.example:8080/x?y", Trace::kUrl) ==
        Texts{"https://u:p@wiki.acme.example:8080/x?y"});
  CHECK(Traces("see https://u:p@wiki.acme.example:8080/x?y", Trace::kHost) ==
        Texts{"wiki.acme.example"});
  CHECK(Traces("http://localhost/", Trace::kHost) == Texts{"localhost"});
}

TEST_CASE("Hosts in words, and what is none") {
  CHECK(Traces("db1.acme.internal:5432", Trace::kHost) == Texts{"db1.acme.internal"});
  CHECK(Traces("server.go main.main http.Handler libc.so x.proto", Trace::kHost) ==
        Texts{"main.main"});
  CHECK(Traces("/src/wiki.acme.example/x", Trace::kHost) == Texts{});
}

TEST_CASE("Numbers of machines, and what is none") {
  CHECK(Traces("10.1.2.3 and 192.168.0.1:80", Trace::kAddress) == Texts{"10.1.2.3", "192.168.0.1"});
  CHECK(Traces("fe80::1 ::1 2001:db8:0:0:0:0:0:1", Trace::kAddress) ==
        Texts{"fe80::1", "::1", "2001:db8:0:0:0:0:0:1"});
  CHECK(Traces("1.2.3 1.2.3.4.5 v1.2.3.4 999.1.1.1 12:30:45 add::fade", Trace::kAddress) ==
        Texts{});
}

TEST_CASE("Command lines and paths") {
  CHECK(Traces("/srv/acme/checkout --port 80 x", Trace::kCommand) ==
        Texts{"/srv/acme/checkout --port 80 x"});
  CHECK(Traces("a word - and another", Trace::kCommand) == Texts{});
  CHECK(Traces("dir=/srv/acme/data, C:\\acme\\x", Trace::kPath) ==
        Texts{"/srv/acme/data", "C:\\acme\\x"});
  CHECK(Traces("and/or GET /", Trace::kPath) == Texts{});
}

TEST_CASE("A text of anything is looked through without harm") {
  std::string text;
  for (int c = 0; c < 256; ++c) text += static_cast<char>(c);
  for (int i = 0; i < 6; ++i) text += text;
  Traces(text, Trace::kUser);
  Traces(std::string(100000, '.') + std::string(100000, ':') + std::string(100000, '@'),
         Trace::kHost);
}

const PrivacyFinding& Find(const PrivacyReport& report, std::string_view what) {
  for (const PrivacySection& section : report.sections) {
    for (const PrivacyFinding& finding : section.findings) {
      if (finding.what == what) return finding;
    }
  }
  FAIL("nothing is called " << what);
  std::abort();
}

PrivacyReport Report() {
  ProfileSketch sketch = SketchProfile({
      "main.main         main.main              runtime.main@/srv/shop/bin",
      "acme.example/a.F  github.com/acme/b.G[x] runtime.gc                ",
      "1                 2                      3                         ",
  });
  ProfileData& data = sketch.data();
  const auto intern = [&](const char* text) { return data.strings.Intern(text); };
  for (Function& function : data.functions) function.filename = intern("/home/alice/shop/x.go");
  for (Mapping& mapping : data.mappings) mapping.build_id = intern("b1d");
  data.comments = {intern("shop --db db1.acme.internal"), intern("by bob@acme.example")};
  data.labels = {{.key = intern("tenant"), .str = intern("initech")},
                 {.key = intern("user"), .str = intern("carol")},
                 {.key = intern("tenant"), .str = intern("initech")},
                 {.key = intern("bytes"), .num = 16, .numeric = true}};
  data.label_ends = {2, 3, 4};
  data.facts = {{intern("Host"), intern("10.0.0.7")}};
  return FindPrivacy(*sketch.Finish());
}

TEST_CASE("What could tell is counted, with examples") {
  const PrivacyReport report = Report();
  const PrivacyFinding& users = Find(report, "User names");
  CHECK(users.distinct == 2);
  CHECK(users.places == 6);
  CHECK(users.examples == Texts{"alice", "carol"});
  CHECK(Find(report, "Host names").examples == Texts{"db1.acme.internal"});
  CHECK(Find(report, "E-mail addresses").examples == Texts{"bob@acme.example"});
  CHECK(Find(report, "IP addresses").examples == Texts{"10.0.0.7"});
  CHECK(Find(report, "Command lines").examples == Texts{"shop --db db1.acme.internal"});
  CHECK(Find(report, "Folders that it was built in").examples == Texts{"/home/alice/shop"});
  CHECK(Find(report, "Hosts of modules").examples == Texts{"acme.example", "github.com"});
  CHECK(Find(report, "Label tenant").distinct == 1);
  CHECK(Find(report, "Label tenant").places == 2);
  CHECK(Find(report, "Label bytes").examples == Texts{"16"});
  CHECK(Find(report, "Comments").distinct == 2);
  CHECK(Find(report, "Programs and libraries").examples == Texts{"/srv/shop/bin"});
  CHECK(Find(report, "Build ids").examples == Texts{"b1d"});
  CHECK(Find(report, "What the program told").examples == Texts{"Host = 10.0.0.7"});
  CHECK(Find(report, "Functions that are not a standard library's").distinct == 2);
}

TEST_CASE("What was looked for and not found is told, too") {
  const PrivacyReport report = FindPrivacy(*DrawProfile({"runtime.main", "1"}));
  for (const PrivacySection& section : report.sections) {
    for (const PrivacyFinding& finding : section.findings) {
      CAPTURE(finding.what);
      CHECK(finding.distinct == 0);
      CHECK(finding.examples.empty());
    }
  }
  CHECK(report.packages.empty());
}

TEST_CASE("Packages that may be kept, the program's own first") {
  const PrivacyReport report = Report();
  REQUIRE(report.packages.size() == 2);
  CHECK(report.packages[0].name == "acme.example/a");
  CHECK(report.packages[1].name == "github.com/acme/b");
  CHECK(report.packages[1].functions == 1);
}

TEST_CASE("Examples are few, short, sound, and the most frequent") {
  ProfileSketch sketch = SketchProfile({"main.main", "1"});
  ProfileData& data = sketch.data();
  for (int i = 0; i < 9; ++i) {
    data.comments.push_back(data.strings.Intern("x" + std::to_string(i)));
  }
  data.comments.push_back(data.strings.Intern("x8"));
  data.comments.push_back(data.strings.Intern(std::string(100000, '\xff')));
  for (int i = 0; i < 3; ++i) data.comments.push_back(data.comments.back());
  const PrivacyReport report = FindPrivacy(*sketch.Finish());
  const PrivacyFinding& comments = Find(report, "Comments");
  CHECK(comments.distinct == 10);
  CHECK(comments.places == 14);
  REQUIRE(comments.examples.size() == kMostExamples);
  CHECK(comments.examples[0].size() < 1000);
  CHECK(comments.examples[0].starts_with("\xef\xbf\xbd"));
  CHECK(comments.examples[1] == "x8");
}

}  // namespace
}  // namespace burnglass
