// Broken files of the formats that pprof does not read, in great number: each becomes a profile
// that is sound and goes round, or an error that can be printed.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "formats/encode.h"
#include "formats/folded.h"
#include "formats/loading.h"
#include "formats/mutate.h"
#include "formats/same_profile.h"
#include "formats/speedscope.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

const std::vector<std::string> kPieces = {"{",         "}",
                                          "[",         "]",
                                          ":",         ",",
                                          "\"",        "\\",
                                          "null",      "-1",
                                          "1e300",     "0.5",
                                          ";",         " ",
                                          "\n",        "#",
                                          "a;b 1\n",   "99999999999999999999",
                                          "\"at\":",   "\"frame\":",
                                          "\"type\":", "\"samples\":",
                                          "[0,1,2],",  std::string(8, '\0'),
                                          "\x0a\x02",  "\xff\xff\x03"};

// Written as what it came from, a profile comes back with the same total.
void CheckRoundTrips(const ProfileData& data) {
  const Result<ProfileData> again = Load(EncodeProfile(data));
  INFO(ErrorOf(again));
  REQUIRE(again.ok());
  const Result<ProfilePtr> profile = FinishProfile(data);
  REQUIRE(profile.ok());
  const Result<std::string> folded = EncodeFolded(**profile, 0);
  const Result<std::string> speedscope = EncodeSpeedscope(**profile, 0, "x");
  if (!folded || !speedscope) return;  // sums of more than 64 bits
  const Result<ProfileData> reread = Load(*speedscope);
  INFO(ErrorOf(reread));
  REQUIRE(reread.ok());
  // JSON is UTF-8.
  CHECK((EncodeFolded(**FinishProfile(*reread), 0).Take() == RepairUtf8(*folded)));
  if (folded->empty()) return;
  const Result<ProfileData> refolded = Load(*folded);
  INFO(*folded);
  REQUIRE(refolded.ok());
  CHECK((EncodeFolded(**FinishProfile(*refolded), 0).Take() == *folded));
}

void CheckMutations(const std::string& name, const std::string& file) {
  Random random(20240229);
  for (int round = 0; round < 400; ++round) {
    std::string bytes = file;
    for (std::size_t i = 0; i <= Below(random, 4); ++i) Mutate(bytes, kPieces, random);
    INFO(name << ", round " << round);
    const Result<ProfileData> result = Load(bytes);
    if (result.ok() && CheckProfile(*result)) {
      CheckRoundTrips(*result);
    } else {
      const Status status = result.ok() ? CheckProfile(*result) : Status(result.error());
      INFO(status.error().message);
      REQUIRE(IsPrintable(status.error().message));
    }
  }
}

TEST_CASE("Folded stacks that are broken at random are read or refused, never more") {
  CheckMutations("folded", "main;serve;read 5\nmain;serve 2\n\n# by hand\nmain;;b c 1\n");
}

TEST_CASE("Speedscope files that are broken at random are read or refused, never more") {
  CheckMutations(
      "sampled",
      R"({"$schema":"https://www.speedscope.app/file-format-schema.json","activeProfileIndex":1,)"
      R"("profiles":[{"type":"sampled","name":"p","unit":"seconds","startValue":0,"endValue":14,)"
      R"("samples":[[0,1,2],[0,1],[2]],"weights":[1,2.5,3]},{"type":"sampled","name":"q",)"
      R"("unit":"seconds","samples":[[1]],"weights":[7]}],)"
      R"("shared":{"frames":[{"name":"a","file":"f","line":3},{"name":"b"},{"name":"c"}]}})");
  CheckMutations(
      "evented",
      R"({"shared":{"frames":[{"name":"a"},{"name":"b"}]},"profiles":[{"type":"evented",)"
      R"("name":"p","unit":"none","startValue":0,"endValue":9,"events":[)"
      R"({"type":"O","frame":0,"at":0},{"type":"O","frame":1,"at":2},)"
      R"({"type":"C","frame":1,"at":3},{"type":"C","frame":0,"at":8}]}]})");
}

TEST_CASE("Other files that are cut off anywhere are read or refused") {
  const std::string folder = "profiles/jlfwong__speedscope/sample/profiles/";
  for (const char* name : {"speedscope/0.0.1/simple.speedscope.json", "stackcollapse/simple.txt"}) {
    const std::string file = ReadFile(SharedPath(folder + name));
    for (std::size_t size = 0; size < file.size(); ++size) {
      INFO(name << " cut to " << size << " bytes");
      const Result<ProfileData> result = Load(std::string_view(file).substr(0, size));
      REQUIRE((result.ok() ? CheckProfile(*result).ok() : IsPrintable(result.error().message)));
    }
  }
}

}  // namespace
}  // namespace burnglass
