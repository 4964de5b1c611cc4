#include "report/pprof_report.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"
#include "report/info_text.h"

namespace burnglass {
namespace {

struct Facts {
  const char* type = "cpu";
  const char* unit = "nanoseconds";
  const char* file = "";
  const char* build_id = "";
  std::vector<const char*> comments = {};
  const char* doc_url = "";
  std::int64_t duration_nanos = 0;
};

ProfilePtr Profile(std::initializer_list<std::string> drawing, const Facts& facts) {
  ProfileSketch sketch = SketchProfile(drawing);
  ProfileData& data = sketch.data();
  const auto text = [&](const char* text) { return data.strings.Intern(text); };
  data.sample_types[0] = {text(facts.type), text(facts.unit)};
  data.mappings.push_back({.id = 1, .file = text(facts.file), .build_id = text(facts.build_id)});
  for (const char* comment : facts.comments) data.comments.push_back(text(comment));
  data.doc_url = text(facts.doc_url);
  data.duration_nanos = facts.duration_nanos;
  return sketch.Finish();
}

std::string Top(std::initializer_list<std::string> drawing, const Facts& facts = {},
                const Query& query = {}) {
  ReportRequest request;
  request.name = "top";
  request.query = query;
  const Result<Report> report = PrintReport(Profile(drawing, facts), request);
  REQUIRE(report.ok());
  return "\n" + report->text;
}

TEST_CASE("All that is known of a profile stands above the table") {
  const Facts facts = {.file = "/usr/bin/server",
                       .build_id = "c0ffee",
                       .comments = {"warmed up", "#internal"},
                       .doc_url = "https://docs.example/",
                       .duration_nanos = 3'017'700'000};
  CHECK(Top({"main       main      ", "run        idle      ", "1300000000 10000000  "}, facts) ==
        R"(
File: server
Build ID: c0ffee
warmed up
Type: cpu
Doc: https://docs.example/
Duration: 3.02s, Total samples = 1.31s (43.41%)
Showing nodes accounting for 1.31s, 100% of 1.31s total
      flat  flat%   sum%        cum   cum%
     1.30s 99.24% 99.24%      1.30s 99.24%  run
     0.01s  0.76%   100%      0.01s  0.76%  idle
         0     0%   100%      1.31s   100%  main
)");
}

TEST_CASE("Of what is not known nothing is said") {
  CHECK(Top({"main", "3"}, {.type = "", .unit = "count"}) == R"(
Showing nodes accounting for 3, 100% of 3 total
      flat  flat%   sum%        cum   cum%
         3   100%   100%          3   100%  main
)");
}

TEST_CASE("What is not time has no ratio to the duration, and the space before it stays") {
  CHECK(
      Top({"main", "2048"}, {.type = "space", .unit = "bytes", .duration_nanos = 1'000'000'000}) ==
      "\nType: space\n"
      "Duration: 1s, Total samples = 2kB \n"
      "Showing nodes accounting for 2kB, 100% of 2kB total\n"
      "      flat  flat%   sum%        cum   cum%\n"
      "       2kB   100%   100%        2kB   100%  main\n");
}

TEST_CASE("What is left out is told, and the functions that are inlined are marked") {
  const std::initializer_list<std::string> drawing = {"main>gc main  main  main",  //
                                                      "-       run   idle  tiny",  //
                                                      "-       gc    -     -   ",  //
                                                      "600     200   196   4   "};
  CHECK(Top(drawing, {.type = "samples", .unit = "count"}, {.nodecount = 2}) == R"(
Type: samples
Showing nodes accounting for 996, 99.60% of 1000 total
Dropped 1 node (cum <= 5)
Showing top 2 nodes out of 4
      flat  flat%   sum%        cum   cum%
       800 80.00% 80.00%        800 80.00%  gc
       196 19.60% 99.60%        196 19.60%  idle
)");
  CHECK(Top(drawing, {.type = "samples", .unit = "count"}, {.sort = "cum"}) == R"(
Type: samples
Showing nodes accounting for 996, 99.60% of 1000 total
Dropped 1 node (cum <= 5)
      flat  flat%   sum%        cum   cum%
         0     0%     0%       1000   100%  main
       800 80.00% 80.00%        800 80.00%  gc (partial-inline)
         0     0% 80.00%        200 20.00%  run
       196 19.60% 99.60%        196 19.60%  idle
)");
}

TEST_CASE("An empty table has its head") {
  CHECK(Top({"main  main", "5     -5  "}, {.type = "samples", .unit = "count"}) == R"(
Type: samples
Showing nodes accounting for 0, 0% of 10 total
      flat  flat%   sum%        cum   cum%
)");
}

TEST_CASE("Columns are ten characters, not bytes, and what is longer pushes on") {
  CHECK(Top({"main", "5"}, {.type = "", .unit = "\xce\xbcs\xce\xbcs"}) ==
        "\nShowing nodes accounting for 5\xce\xbcs\xce\xbcs, 100% of 5\xce\xbcs\xce\xbcs total\n"
        "      flat  flat%   sum%        cum   cum%\n"
        "     5\xce\xbcs\xce\xbcs   100%   100%      5\xce\xbcs\xce\xbcs   100%  main\n");
  CHECK(Top({"main", "123456789012"}, {.type = "", .unit = "count"}) == R"(
Showing nodes accounting for 123456789012, 100% of 123456789012 total
      flat  flat%   sum%        cum   cum%
123456789012   100%   100% 123456789012   100%  main
)");
}

TEST_CASE("Info says what a file holds, one fact a line") {
  ProfileSketch sketch = SketchProfile({"main  main", "1500  2500"});
  ProfileData& data = sketch.data();
  const auto text = [&](const char* text) { return data.strings.Intern(text); };
  data.sample_types = {{text("samples"), text("count")}, {text("cpu"), text("milliseconds")}};
  data.values = {{10, 20}, {1500, 2500}};
  data.mappings.push_back({.id = 1, .file = text("/usr/bin/server")});
  data.period_type = {text("cpu"), text("nanoseconds")};
  data.period = 10'000'000;
  data.duration_nanos = 3'000'000'000;
  data.comments = {text("warmed up")};
  data.repaired = {"A label was dropped."};
  CHECK("\n" + InfoText(sketch.Finish(), "cpu.pb.gz") == R"(
file      cpu.pb.gz
kind      cpu
program   server
duration  3s
samples   2
values    samples/count     30
          cpu/milliseconds  4s  (default)
period    10ms of cpu/nanoseconds
comment   warmed up
repaired  A label was dropped.
)");
}

}  // namespace
}  // namespace burnglass
