#include "formats/speedscope.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <string>

#include "formats/folded.h"
#include "formats/loading.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

// A file of these profiles, the frames A to D before or behind them.
std::string File(const std::string& profiles, const std::string& more = "") {
  return R"({"$schema":"https://www.speedscope.app/file-format-schema.json",)" + more +
         R"("profiles":[)" + profiles +
         R"(],"shared":{"frames":[{"name":"A"},{"name":"B","file":"b.go","line":7,"col":3},)"
         R"({"name":"C"},{"name":"D"}]}})";
}

std::string Sampled(const std::string& samples, const std::string& weights,
                    const std::string& unit = "none", const std::string& name = "p") {
  return R"({"type":"sampled","name":")" + name + R"(","unit":")" + unit +
         R"(","startValue":0,"endValue":14,"samples":)" + samples + R"(,"weights":)" + weights +
         "}";
}

std::string Evented(const std::string& events, const std::string& unit = "none") {
  return R"({"type":"evented","name":"p","unit":")" + unit +
         R"(","startValue":0,"endValue":100,"events":[)" + events + "]}";
}

std::string Event(char type, int frame, const std::string& at) {
  return std::string(R"({"type":")") + type + R"(","frame":)" + std::to_string(frame) +
         R"(,"at":)" + at + "}";
}

ProfilePtr Opened(const std::string& file) {
  Result<ProfileData> loaded = Load(file);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  Result<ProfilePtr> profile = FinishProfile(loaded.Take());
  REQUIRE(profile.ok());
  return *profile;
}

// "time/seconds: " and the stacks.
std::string Told(const std::string& file) {
  const Result<ProfileData> loaded = Load(file);
  if (!loaded) return "error: " + loaded.error().message;
  const ProfilePtr profile = Opened(file);
  const ValueType type = profile->data().sample_types[0];
  return std::string(profile->text(type.type)) + "/" + std::string(profile->text(type.unit)) +
         ": " + EncodeFolded(*profile, 0).Take();
}

std::vector<std::string> Repaired(const std::string& file) { return Load(file)->repaired; }

TEST_CASE("A sampled profile is read, and its frames with file, line and column") {
  const std::string file = File(Sampled("[[0,1,2],[0,1,3],[0]]", "[1,4,5]", "seconds"));
  CHECK(Told(file) == "time/seconds: A;B;C 1\nA;B;D 4\nA 5\n");
  const ProfilePtr profile = Opened(file);
  const Line& line = profile->lines(profile->data().locations[1])[0];
  CHECK(profile->text(profile->data().functions[line.function].filename) == "b.go");
  CHECK(line.line == 7);
  CHECK(line.column == 3);
  CHECK(profile->data().duration_nanos == 14'000'000'000);
  CHECK(profile->data().repaired.empty());
}

TEST_CASE("An evented profile is read: what is open between two events is a sample") {
  const std::string events = Event('O', 0, "0") + "," + Event('O', 1, "0") + "," +
                             Event('C', 1, "2") + "," + Event('C', 0, "6") + "," +
                             Event('O', 0, "50") + "," + Event('C', 0, "51");
  CHECK(Told(File(Evented(events))) == "weight/count: A;B 2\nA 5\n");
}

TEST_CASE("Units stay as they are, unless there are fractions of a time") {
  const auto told = [](const char* unit, const char* weights) {
    return Told(File(Sampled("[[0]]", weights, unit)));
  };
  CHECK(told("none", "[3]") == "weight/count: A 3\n");
  CHECK(told("bytes", "[3]") == "space/bytes: A 3\n");
  CHECK(told("nanoseconds", "[3]") == "time/nanoseconds: A 3\n");
  CHECK(told("microseconds", "[3.0]") == "time/microseconds: A 3\n");
  CHECK(told("milliseconds", "[1.25]") == "time/nanoseconds: A 1250000\n");
  CHECK(told("seconds", "[1e-9]") == "time/nanoseconds: A 1\n");
  CHECK(told("nanoseconds", "[9007199254740993]") == "time/nanoseconds: A 9007199254740993\n");
  CHECK(told("bytes", "[2.5]") == "space/bytes: A 3\n");
  CHECK(Repaired(File(Sampled("[[0]]", "[2.5]", "bytes"))) ==
        std::vector<std::string>{"1 weights had fractions and were rounded."});
}

TEST_CASE("Several profiles of one unit become one, told apart by a label") {
  const std::string file = File(Sampled("[[0]]", "[1]", "none", "thread 1") + "," +
                                Sampled("[[0],[1]]", "[2,3]", "none", "thread 2"));
  const ProfilePtr profile = Opened(file);
  REQUIRE(profile->labels(2).size() == 1);
  CHECK(profile->text(profile->labels(2)[0].key) == "profile");
  CHECK(profile->text(profile->labels(2)[0].str) == "thread 2");
  CHECK(profile->text(profile->labels(0)[0].str) == "thread 1");
}

TEST_CASE("Of profiles of different units the active one is read") {
  const std::string profiles =
      Sampled("[[0]]", "[1]", "none", "one") + "," + Sampled("[[1]]", "[2]", "bytes", "two");
  CHECK(Told(File(profiles)) == "weight/count: A 1\n");
  const std::string file = File(profiles, R"("activeProfileIndex":1,)");
  CHECK(Told(file) == "space/bytes: B 2\n");
  REQUIRE(Repaired(file).size() == 1);
  CHECK(Repaired(file)[0] ==
        "Of the 2 profiles in the file, which have different units, only \"two\" was read.");
}

TEST_CASE("Events that do not nest are mended, and that is told") {
  const std::string open = File(Evented(Event('O', 0, "0")));
  CHECK(Told(open) == "weight/count: A 100\n");
  CHECK(Repaired(open) == std::vector<std::string>{
                              "1 frames are never closed; they were taken to last until the end."});
  const std::string crossed = File(Evented(Event('O', 0, "0") + "," + Event('O', 1, "1") + "," +
                                           Event('C', 0, "3") + "," + Event('C', 1, "4")));
  CHECK(Told(crossed) == "weight/count: A 1\nA;B 2\n");
  CHECK(Repaired(crossed).size() == 2);
}

TEST_CASE("What is wrong in a speedscope file is told") {
  const auto error = [](const std::string& profiles) { return Told(File(profiles)); };
  CHECK(error("") == "error: it holds no profile: its list of profiles is empty");
  CHECK(error(Sampled("[[0],[1]]", "[1]")) ==
        "error: the speedscope profile has 2 samples, but 1 weights");
  CHECK(error(Sampled("[[4]]", "[1]")) ==
        "error: the speedscope profile names a frame that is not in the list of 4");
  CHECK(error(Sampled("[[-1]]", "[1]")) == error(Sampled("[[0.5]]", "[1]")));
  CHECK(error(Sampled("[[0]]", "[1e300]")) ==
        "error: the speedscope file cannot be read: a number in it takes more than 64 bits");
  CHECK(error(Sampled("[[0],[0]]", "[9000000000000000000, 1.5]", "seconds")) ==
        "error: the speedscope profile has a weight that takes more than 64 bits");
  CHECK(error(R"({"type":"other","unit":"none"})") ==
        "error: the speedscope profile is of a type that is not known: \"other\"");
  CHECK(error(Evented(Event('O', 0, "5") + "," + Event('C', 0, "3"))) ==
        "error: the speedscope profile has an event that lies before the one before it");
  const std::string whole = File(Sampled("[[0]]", "[1]"));
  CHECK_THAT(Told(whole.substr(0, whole.size() - 20)),
             StartsWith("error: the speedscope file cannot be read: the JSON is broken at byte "));
}

TEST_CASE("Events that stand for endless stacks are refused") {
  std::string events;
  for (int i = 0; i < 20'000; ++i) {
    events += (i > 0 ? "," : "") + Event('O', 0, "0");
  }
  CHECK_THAT(Told(File(Evented(events))), StartsWith("weight/count: A;A;"));
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += (i > 0 ? "," : "") + Event('O', 0, std::to_string(i));
  CHECK_THAT(Told(File(Evented(deep))),
             ContainsSubstring("is too large: its stacks have more than 134217728 frames"));
}

TEST_CASE("A profile that is written for speedscope comes back with the same stacks") {
  const std::string name = GENERATE("cpu", "heap", "goroutine");
  const ProfilePtr profile = Opened(ReadFile(TestDataPath("go-real/" + name + ".pb.gz")));
  for (std::uint32_t type = 0; type < profile->data().sample_types.size(); ++type) {
    const std::string file = EncodeSpeedscope(*profile, type, name).Take();
    const ProfilePtr again = Opened(file);
    CHECK(EncodeFolded(*again, 0).Take() == EncodeFolded(*profile, type).Take());
    CHECK(again->data().repaired.empty());
  }
}

TEST_CASE("A speedscope file is written with its frames, and again the same when read back") {
  const std::string file =
      EncodeSpeedscope(*Opened(File(Sampled("[[0,1],[],[0]]", "[5,-2,0]", "bytes"))), 0, "x\"y")
          .Take();
  CHECK(file ==
        R"({"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"burnglass",)"
        R"("name":"x\"y","activeProfileIndex":0,"shared":{"frames":[{"name":"A"},)"
        R"({"name":"B","file":"b.go","line":7,"col":3},{"name":"C"},{"name":"D"},)"
        R"({"name":"[no stack]"}]},"profiles":[{"type":"sampled","name":"x\"y","unit":"bytes",)"
        R"("startValue":0,"endValue":3,"samples":[[0,1],[4]],"weights":[5,-2]}]})");
  CHECK(EncodeSpeedscope(*Opened(file), 0, "x\"y").Take() == file);
}

TEST_CASE("The shared speedscope files are read as they say") {
  const std::string folder = "profiles/jlfwong__speedscope/sample/profiles/speedscope/";
  const std::string simple = "a;b;c 5\na;b;d 4\na;b 5\n";
  for (const char* name :
       {"0.0.1/simple.speedscope.json", "0.0.1/simple-no-pretty-print.speedscope.json"}) {
    CHECK(Told(ReadFile(SharedPath(folder + name))) == "weight/count: " + simple);
  }
  CHECK(Told(ReadFile(SharedPath(folder + "0.1.2/simple-sampled.speedscope.json"))) ==
        "time/seconds: a;b;c 5\na;b;d 4\na;b 5\n");
  CHECK(Told(ReadFile(SharedPath(folder + "invalid/incomplete-trace.json"))) ==
        "weight/count: A 100\n");
  CHECK(Told(ReadFile(SharedPath(folder + "invalid/out-of-order-events.json"))) ==
        "weight/count: A 1\nB;A 1\nB;A;A 1\n");
}

}  // namespace
}  // namespace burnglass
