#include "report/json_answers.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/location_tree.h"

namespace burnglass {
namespace {

// Two stacks of a CPU profile, root last:
//   leaf  run  main    30 ms
//         run  main    10 ms
// "leaf" is inlined into "run" in the first one, and has a name that is not UTF-8.
ProfilePtr SmallProfile() {
  ProfileData data;
  StringTable& strings = data.strings;
  data.sample_types = {{strings.Intern("samples"), strings.Intern("count")},
                       {strings.Intern("cpu"), strings.Intern("nanoseconds")}};
  data.mappings.push_back(
      {.id = 1, .start = 0x400000, .limit = 0x500000, .file = strings.Intern("/bin/app")});
  data.functions = {{.id = 1, .name = strings.Intern("main"), .start_line = 3},
                    {.id = 2, .name = strings.Intern("run"), .filename = strings.Intern("run.go")},
                    {.id = 3, .name = strings.Intern("leaf\xff")}};
  data.lines = {{.function = 0, .line = 5},
                {.function = 2, .line = 9},
                {.function = 1, .line = 7},
                {.function = 1, .line = 8}};
  data.locations = {{.id = 1, .address = 0x400010, .mapping = 0, .line_begin = 0, .line_end = 1},
                    {.id = 2, .address = 0x400020, .mapping = 0, .line_begin = 1, .line_end = 3},
                    {.id = 3, .address = 0x400030, .mapping = 0, .line_begin = 3, .line_end = 4}};
  data.stacks = {1, 0, 2, 0};
  data.stack_ends = {2, 4};
  data.labels = {{.key = strings.Intern("handler"), .str = strings.Intern("/a")}};
  data.label_ends = {1, 1};
  data.values = {{3, 1}, {30'000'000, 10'000'000}};
  data.time_nanos = 1'700'000'000'000'000'000;
  data.comments = {strings.Intern("say \"hi\"")};
  data.repaired = {"A label was dropped."};
  Result<ProfilePtr> profile = FinishProfile(std::move(data));
  REQUIRE(profile.ok());
  return *profile;
}

Selection Selected(const ProfilePtr& profile) { return *Select(profile, {}); }

TEST_CASE("Info tells what is in a file") {
  CHECK(InfoJson(SmallProfile(), "cpu.pb.gz") ==
        R"({"name":"cpu.pb.gz","kind":"cpu","sampleTypes":[)"
        R"({"type":"samples","unit":"count","total":"4","isDefault":false},)"
        R"({"type":"cpu","unit":"nanoseconds","total":"40000000","isDefault":true}],)"
        R"("samples":2,"timeNanos":"1700000000000000000","durationNanos":"0","period":"0",)"
        R"("periodType":{"type":"","unit":""},"comments":["say \"hi\""],)"
        R"("mappings":[{"file":"/bin/app","buildId":"","start":"0x400000","limit":"0x500000",)"
        R"("offset":"0x0"}],)"
        R"("labels":[{"key":"handler","numeric":false,"values":1,"samples":1}],)"
        R"("repaired":["A label was dropped."]})");
}

TEST_CASE("Top has the rows, exact and as pprof writes them") {
  const ProfilePtr profile = SmallProfile();
  const NameTable names(*profile);
  CHECK(*TopJson(*SelectStacks(profile, {}), {}, names, {.limit = 2}) ==
        R"({"sampleType":{"type":"cpu","unit":"nanoseconds"},"total":"40000000",)"
        R"("totalText":"40ms","rowCount":3,"rows":[)"
        "{\"name\":\"leaf\xEF\xBF\xBD\","
        R"("file":"","line":9,"flat":"30000000","flatText":"30ms","flatPercent":75,)"
        R"("sumPercent":75,"cum":"30000000","cumText":"30ms","cumPercent":75,)"
        R"("inlined":true,"partlyInlined":false},)"
        R"({"name":"run","file":"run.go","line":7,"flat":"10000000","flatText":"10ms",)"
        R"("flatPercent":25,"sumPercent":100,"cum":"40000000","cumText":"40ms","cumPercent":100,)"
        R"("inlined":false,"partlyInlined":false}]})");
}

TEST_CASE("Flame has the boxes, parents before children") {
  const ProfilePtr profile = SmallProfile();
  const NameTable names(*profile);
  const LocationTree stacks = *profile->stacks();
  const Selection selection = Selected(profile);
  const Result<CallTree> tree = BuildCallTree(selection, names, stacks);
  REQUIRE(tree.ok());
  CHECK(FlameJson(*tree, names, "nanoseconds", {.depth = 1}) ==
        R"({"unit":"nanoseconds","total":"40000000","depth":3,"boxes":[)"
        R"({"id":0,"parent":null,"depth":0,"name":"root","flat":"0","cum":"40000000",)"
        R"("inlined":false},)"
        R"({"id":1,"parent":0,"depth":1,"name":"main","flat":"0","cum":"40000000",)"
        R"("inlined":false}],"leftOut":2})");
  CHECK(FlameJson(*tree, names, "nanoseconds", {.min_fraction = 0.8}).find("leaf") ==
        std::string::npos);
}

TEST_CASE("Options are read, and refused with a reason") {
  CHECK(ParseTopOptions("")->limit == 0);
  CHECK(ParseTopOptions(R"({"limit": 7, "all": true})")->limit == 7);
  CHECK(ParseFlameOptions(R"({"depth": 3, "minFraction": 0.5})")->min_fraction == 0.5);
  CHECK(ParseTopOptions(R"({"depth": 3})").error().message ==
        "The answer \"top\" has no option \"depth\".");
  for (const char* bad : {"[]", "{", R"({"limit": -1})", R"({"limit": 1.5})", R"({"all": 1})"}) {
    CHECK_FALSE(ParseTopOptions(bad).ok());
  }
  CHECK_FALSE(ParseFlameOptions(R"({"minFraction": 2})").ok());
  CHECK(ErrorJson({"no \"x\""}) == R"({"error":"no \"x\""})");
}

}  // namespace
}  // namespace burnglass
