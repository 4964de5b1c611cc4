// Exports: what the query leaves, as files that other programs open, and that we open again.
#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"
#include "report/pprof_report.h"

namespace burnglass {
namespace {

Answer Export(Engine& engine, const char* what, const Query& query) {
  pb::Header question = Question(1, 1);
  question.mutable_export_question()->set_query(QueryText(query));
  question.mutable_export_question()->set_what(what);
  return Ask(engine, question);
}

std::string AnswerBytes(const Answer& answer) {
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_export_answer());
  const auto bytes = answer.message.U8("bytes");
  return {bytes.begin(), bytes.end()};
}

// What the root of the flame graph has.
std::int64_t TotalOf(Engine& engine, std::uint32_t profile, const Query& query) {
  pb::Header question = Question(2, 2, profile);
  question.mutable_flame_question()->set_query(QueryText(query));
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_flame_answer());
  return answer.message.I64("cum")[0];
}

const Query kQueries[] = {{}, {.focus = "sortLoop"}, {.hide = "^runtime"}};

TEST_CASE("What was exported has the same total when it is opened again") {
  for (const char* what : {"folded", "speedscope", "pprof"}) {
    for (const Query& query : kQueries) {
      INFO(what << " " << QueryText(query));
      Engine engine = WithCpu();
      const Answer answer = Export(engine, what, query);
      const std::int64_t total = TotalOf(engine, 1, query);
      REQUIRE(total > 0);
      const std::string& name = answer.header().export_answer().file();
      FeedFile(engine, 2, AnswerBytes(answer), 1 << 16, name);
      INFO(engine.ErrorOf(2));
      REQUIRE(engine.StateOf(2) == LoadState::kOpen);
      TakeAll(engine);
      CHECK(TotalOf(engine, 2, {}) == total);
    }
  }
}

TEST_CASE("Folded stacks and speedscope have the frames that the query shows") {
  const Query lines{.granularity = "lines"}, labels{.tagroot = "tenant"};
  Engine engine = WithCpu();
  const Query files{.granularity = "files", .focus = "sortLoop"};
  // The names that these queries bring in are told before the first answers.
  for (const Query& query : {lines, labels, files}) {
    pb::Header question = Question(1, 1);
    question.mutable_flame_question()->set_query(QueryText(query));
    Post(engine, question);
    StepToEnd(engine);
    TakeAll(engine);
  }
  const std::string by_line = AnswerBytes(Export(engine, "folded", lines));
  CHECK(by_line.find(".go:") != std::string::npos);
  const std::string plain = AnswerBytes(Export(engine, "folded", {}));
  CHECK(plain.find(".go:") == std::string::npos);
  const std::string by_label = AnswerBytes(Export(engine, "folded", labels));
  CHECK(("\n" + by_label).find("\nglobex;") != std::string::npos);
  CHECK(AnswerBytes(Export(engine, "speedscope", lines)).find(".go:") != std::string::npos);
  for (const char* what : {"folded", "speedscope"}) {
    for (const Query& query : {lines, labels, files}) {
      INFO(what << " " << QueryText(query));
      const Answer answer = Export(engine, what, query);
      FeedFile(engine, 2, AnswerBytes(answer), 1 << 16, answer.header().export_answer().file());
      REQUIRE(engine.StateOf(2) == LoadState::kOpen);
      TakeAll(engine);
      CHECK(TotalOf(engine, 2, {}) == TotalOf(engine, 1, query));
    }
  }
}

TEST_CASE("A table may be saved without what does not match") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_export_question()->set_what("csv");
  const std::string all = AnswerBytes(Ask(engine, question));
  question.mutable_export_question()->set_pattern("^main\\.");
  const std::string some = AnswerBytes(Ask(engine, question));
  const auto rows = [](const std::string& csv) { return std::count(csv.begin(), csv.end(), '\n'); };
  CHECK(rows(some) > 2);
  CHECK(rows(some) < rows(all));
  CHECK(all.find("\"runtime.") != std::string::npos);
  CHECK(some.find("\"runtime.") == std::string::npos);
  question.mutable_export_question()->set_pattern("(");
  CHECK(Ask(engine, question).header().has_refusal());
}

TEST_CASE("Reports are pprof's, byte for byte") {
  Result<ProfileData> data = LoadProfile(BytesOf(Recorded("cpu.pb.gz")));
  REQUIRE(data.ok());
  std::vector<ProfileData> one;
  one.push_back(data.Take());
  const Result<ProfilePtr> profile = OpenProfiles(std::move(one));
  REQUIRE(profile.ok());
  Engine engine = WithCpu();
  for (const char* what : {"dot", "callgrind"}) {
    for (const Query& query : kQueries) {
      INFO(what << " " << QueryText(query));
      ReportRequest request;
      request.name = what;
      request.query = query;
      const Result<Report> report = PrintReport(*profile, request);
      REQUIRE(report.ok());
      CHECK(AnswerBytes(Export(engine, what, query)) == report->text);
    }
  }
}

TEST_CASE("Tables and pictures have a row and a box for what there is") {
  Engine engine = WithCpu();
  const std::string csv = AnswerBytes(Export(engine, "csv", {}));
  const std::string markdown = AnswerBytes(Export(engine, "markdown", {}));
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(csv.starts_with("function,file,line,"));
  CHECK(lines(csv) > 100);
  CHECK(markdown.starts_with("|"));
  CHECK(lines(markdown) == lines(csv) + 1);  // the rule below the head
  const std::string svg = AnswerBytes(Export(engine, "svg", {.focus = "sortLoop"}));
  CHECK(svg.starts_with("<svg "));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(svg.find("sortLoop") != std::string::npos);
}

TEST_CASE("Exports are called after their profile, and never by its own name") {
  Engine engine;
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1 << 16, "dir/server.pb.gz");
  TakeAll(engine);
  const auto name = [&](const char* what, const Query& query) {
    return Export(engine, what, query).header().export_answer().file();
  };
  CHECK(name("folded", {}) == "server.folded");
  CHECK(name("csv", {}) == "server-top.csv");
  CHECK(name("pprof", {}) == "server-saved.pb.gz");
  CHECK(name("pprof", {.focus = "sortLoop"}) == "server-filtered.pb.gz");
}

TEST_CASE("There is no export of another name, nor of what a filter takes away") {
  Engine engine = WithCpu();
  CHECK(Export(engine, "excel", {}).header().refusal().message() ==
        "There is no export \"excel\".");
  CHECK(Export(engine, "dot", {.focus = "no such thing"}).header().has_refusal());
}

}  // namespace
}  // namespace burnglass
