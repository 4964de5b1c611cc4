#include "formats/folded.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <numeric>
#include <string>

#include "formats/loading.h"
#include "profile/open.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::StartsWith;

ProfilePtr Opened(std::string_view file) {
  Result<ProfileData> loaded = Load(file);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  Result<ProfilePtr> profile = FinishProfile(loaded.Take());
  REQUIRE(profile.ok());
  return *profile;
}

// The stacks of a profile as text again.
std::string Folded(std::string_view file, std::uint32_t sample_type = 0) {
  const Result<std::string> text = EncodeFolded(*Opened(file), sample_type);
  return text ? *text : "error: " + text.error().message;
}

TEST_CASE("A list of folded stacks is read, the root first") {
  const ProfilePtr profile = Opened("main;serve;read 5\nmain;serve 2\r\n\n# made by hand\nmain 1");
  const ProfileData& data = profile->data();
  CHECK(profile->text(data.sample_types[0].type) == "samples");
  CHECK(profile->text(data.sample_types[0].unit) == "count");
  CHECK(data.values[0] == std::vector<std::int64_t>{5, 2, 1});
  CHECK(data.functions.size() == 3);
  const auto stack = profile->stack(0);
  REQUIRE(stack.size() == 3);
  const Line& leaf = profile->lines(data.locations[stack[0]])[0];
  CHECK(profile->text(data.functions[leaf.function].name) == "read");
}

TEST_CASE("Whatever stands in names stays there") {
  const std::string file =
      "[app];java/lang/Thread.run_[j];operator new(unsigned long);f (a b) 7\n"
      ";; 1\n"
      " lead;trail  2\n"
      "a;;b -3\n"
      "\xf0\x9f\x94\xa5 4\n";
  CHECK(Folded(file) == file);
}

TEST_CASE("Equal stacks are added up, in the order of their first appearance") {
  CHECK(Folded("b 1\na 2\nb;c 4\na 8\nb 16\n") == "b 17\na 10\nb;c 4\n");
  CHECK(Folded("a 1\nb 2\na -1\n") == "b 2\n");
}

TEST_CASE("Sums of more than 64 bits are refused") {
  CHECK(Folded("a 9223372036854775807\na 1\n") ==
        "error: the values of one stack add up to more than 64 bits hold");
  CHECK(Folded("a 9223372036854775807\nb 1\n") == "a 9223372036854775807\nb 1\n");
}

TEST_CASE("Text that is not folded is not taken for it") {
  const auto refused = [](std::string_view text) { return ErrorOf(Load(text)); };
  CHECK(refused("a;b 1\na;b x\n") == "this is not a profile: it is text that begins \"a;b 1\"");
  CHECK(refused("a;b 1\na;c 2\n// note\n") ==
        "this looks like folded stacks, but line 3 does not end in a space and a number: "
        "\"// note\"");
  CHECK_THAT(refused("a;b 1.5\n"), StartsWith("this is not a profile: "));
  CHECK_THAT(refused("a;b 99999999999999999999\n"), StartsWith("this is not a profile: "));
  CHECK_THAT(refused(" 5\n"), StartsWith("this is not a profile: "));
  CHECK_THAT(refused("a;b 1 2\na;c 3 4\n"), StartsWith("this is a difference of folded stacks"));
}

TEST_CASE("As pprof, folded stacks are refused") {
  CHECK(ErrorOf(LoadProfile(BytesOf("main;serve 5\n"), {.as_pprof = true})) ==
        "this is a list of folded stacks, which pprof does not read");
}

TEST_CASE("A profile of an older format is not taken for folded stacks when it is broken") {
  CHECK_THAT(ErrorOf(Load("goroutine profile: total 1\n1 @ 12 34 56\n")),
             StartsWith("line 2 is not a count of a goroutine profile: "));
}

ProfilePtr OfNames(const std::vector<std::string>& names) {
  ProfileData data;
  data.sample_types = {{data.strings.Intern("samples"), data.strings.Intern("count")}};
  data.values.resize(1);
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const StringId name = data.strings.Intern(names[i]);
    data.functions.push_back({i + 1, name, name, 0, 0});
    data.lines.push_back({i, 0, 0});
    data.locations.push_back({i + 1, 0, kNone, i, i + 1, false});
    data.stacks.push_back(i);
    data.stack_ends.push_back(i + 1);
    data.values[0].push_back(10 + i);
  }
  Result<ProfilePtr> profile = FinishProfile(std::move(data));
  REQUIRE(profile.ok());
  return *profile;
}

TEST_CASE("Names that would read as something else are mended when written") {
  const std::string text =
      EncodeFolded(*OfNames({"a;b", "c\nd\re", "#comment", "  #too", "", "worker 12"}), 0).Take();
  CHECK(text == "a:b 10\nc d e 11\n_comment 12\n  _too 13\n[no name] 14\nworker_12 15\n");
  CHECK(Folded(text) == text);
  // With a number at the end of each, it would be taken for a difference of two files.
  const std::string spaces = EncodeFolded(*OfNames({"worker 1  ", "worker 2\n", "  "}), 0).Take();
  CHECK(spaces == "worker_1   10\nworker_2  11\n   12\n");
  CHECK(Folded(spaces) == spaces);
}

TEST_CASE("Frames without a function are called by binary and address, lost stacks by name") {
  ProfileData data;
  data.sample_types = {{data.strings.Intern("samples"), data.strings.Intern("count")}};
  data.mappings.push_back({1, 0, 0, 0, data.strings.Intern("/lib/libc.so.6"), 0});
  data.locations.push_back({1, 0x7f10, 0, 0, 0, false});
  data.stacks = {0};
  data.stack_ends = {1, 1};
  data.values = {{3, 4}};
  const ProfilePtr profile = *FinishProfile(std::move(data));
  CHECK(EncodeFolded(*profile, 0).Take() == "[libc.so.6] 0x7f10 3\n[no stack] 4\n");
}

TEST_CASE("Inlined frames stand below those that they were inlined into") {
  const ProfilePtr profile = Opened(ReadFile(TestDataPath("go-real/cpu.pb.gz")));
  for (const std::uint32_t type : {0u, 1u}) {
    const std::string text = EncodeFolded(*profile, type).Take();
    const auto total = [](const std::vector<std::int64_t>& values) {
      return std::accumulate(values.begin(), values.end(), std::int64_t{0});
    };
    CHECK(total(Opened(text)->data().values[0]) == total(profile->data().values[type]));
    CHECK(Folded(text) == text);
  }
}

TEST_CASE("However a folded file is cut into pieces, the same comes out") {
  const std::string file = "main;serve;read 5\nmain;serve 2\n# made by hand\nmain 1\n";
  const std::string wanted = Outcome(Load(file));
  for (std::size_t split = 1; split < file.size(); ++split) {
    CHECK(Outcome(LoadInPieces(file, split, 3)) == wanted);
  }
}

}  // namespace
}  // namespace burnglass
