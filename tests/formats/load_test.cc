#include "formats/load.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <set>
#include <string>
#include <vector>

#include "formats/loading.h"
#include "formats/pack.h"
#include "formats/profile_listing.h"
#include "formats/wire_writer.h"
#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

// A profile of some hundred bytes: three samples, labels, two functions in one location.
std::string SmallProfile() {
  Wire wire;
  wire.Message(1, Wire().Number(1, 1).Number(2, 2));
  for (std::uint64_t sample = 1; sample <= 3; ++sample) {
    const Wire label = Wire().Number(1, 7).Number(2, 8);
    wire.Message(2, Wire().Packed(1, {2, 1}).Packed(2, {sample * 1000}).Message(3, label));
  }
  wire.Message(3, Wire().Number(1, 1).Number(2, 0x400000).Number(3, 0x500000).Number(5, 3));
  wire.Message(4, Wire()
                      .Number(1, 1)
                      .Number(2, 1)
                      .Number(3, 0x400010)
                      .Message(4, Wire().Number(1, 1).Number(2, 12)));
  wire.Message(4, Wire()
                      .Number(1, 2)
                      .Number(2, 1)
                      .Number(3, 0x400020)
                      .Message(4, Wire().Number(1, 2).Number(2, 30))
                      .Message(4, Wire().Number(1, 1).Number(2, 14)));
  wire.Message(5, Wire().Number(1, 1).Number(2, 4).Number(3, 4).Number(4, 6));
  wire.Message(5, Wire().Number(1, 2).Number(2, 5).Number(3, 5).Number(4, 6));
  for (const char* text : {"", "cpu", "nanoseconds", "/bin/app", "main.main", "main.run", "main.go",
                           "handler", "/orders"}) {
    wire.Text(6, text);
  }
  wire.Number(9, 1'700'000'000'000'000'000).Number(12, 10'000'000);
  return wire.bytes();
}

TEST_CASE("A profile is known by its content, whatever it is packed by") {
  const std::string plain = SmallProfile();
  const std::string wanted = Outcome(Load(plain));
  CHECK_THAT(wanted, ContainsSubstring("main.run main.go:30:0 s=0"));
  CHECK(Outcome(Load(Gzip(plain))) == wanted);
  CHECK(Outcome(Load(Zlib(plain))) == wanted);
  CHECK(Outcome(Load(Zstd(plain))) == wanted);
}

TEST_CASE("However a file is cut into pieces, the same comes out") {
  const std::string plain = SmallProfile();
  const std::string file = GENERATE_COPY(
      plain, Gzip(plain), Zlib(plain), Zstd(plain),
      Gzip(plain.substr(0, 99)) + Gzip(plain.substr(99)),
      Zstd(plain.substr(0, 99)) + Zstd(plain.substr(99)), Gzip(plain).substr(0, 150),
      plain.substr(0, 150), Gzip(plain) + "behind", Zlib(plain) + "behind", Gzip(Gzip(plain)),
      std::string("heap profile: 1: 8 [2: 16] @ heapprofile\n1: 8 [2: 16] @ 0x10 0x20\n"),
      std::string("no profile at all"));
  const std::string wanted = Outcome(Load(file));
  for (std::size_t split = 0; split <= file.size(); ++split) {
    INFO("split at " << split);
    CHECK(Outcome(LoadInPieces(file, split, file.size())) == wanted);
  }
  CHECK(Outcome(LoadInPieces(file, 1, 1)) == wanted);
  CHECK(Outcome(LoadInPieces(file, 3, 7)) == wanted);
  for (const std::size_t each : {1, 7, 100, 100'000}) {
    INFO("unpacked elsewhere in pieces of " << each);
    CHECK(Outcome(LoadUnpacked(file, each)) == wanted);
  }
}

TEST_CASE("A real profile comes out the same from pieces of all sizes") {
  const std::string file = ReadFile(TestDataPath("go-real/cpu.pb.gz"));
  const std::string plain = Gunzip(file);
  const std::string wanted = Outcome(Load(file));
  CHECK(Outcome(Load(plain)) == wanted);
  for (const std::size_t each : {1, 2, 13, 255, 4096}) {
    INFO("pieces of " << each);
    CHECK(Outcome(LoadInPieces(file, each, each)) == wanted);
    CHECK(Outcome(LoadInPieces(plain, each, each)) == wanted);
    CHECK(Outcome(LoadUnpacked(file, each)) == wanted);
  }
  for (std::size_t split = 0; split <= plain.size(); split += 97) {
    INFO("split at " << split);
    CHECK(Outcome(LoadInPieces(plain, split, plain.size())) == wanted);
  }
}

TEST_CASE("What pprof lists of a profile is what we read") {
  const std::string folder = "conformance/go-real/";
  std::size_t listed = 0;
  for (const auto& row : ReadTable(SharedPath(folder + "cases.tsv"), 8)) {
    const std::string &file = row[1], &arguments = row[2], &output = row[3], &status = row[4];
    if (arguments != "-symbolize=none -raw " + file) continue;
    if (file.ends_with("collapsed-stacks.txt")) continue;  // which we read, and pprof does not
    INFO(file);
    const std::string bytes = ReadFile(SharedPath(folder + file));
    Result<ProfileData> loaded = LoadProfile(BytesOf(bytes), {.as_pprof = true});
    const Status checked = loaded ? CheckProfile(*loaded) : Status(loaded.error());
    if (status != "0") {
      CHECK_FALSE(checked.ok());
      CHECK(output.ends_with(".txt"));
      continue;
    }
    REQUIRE(checked.ok());
    // Legacy formats bring frames to drop; pprof's listing comes after they are dropped.
    if (loaded->drop_frames != 0) continue;
    CHECK(ListProfileOfCommand(loaded.Take()) == ReadFile(SharedPath(folder + output)));
    ++listed;
  }
  CHECK(listed >= 18);
}

TEST_CASE("Real files of all formats that are read open, others say what they are") {
  const std::set<std::string> read = {"pprof",
                                      "folded",
                                      "speedscope-json",
                                      "zstd",
                                      "heap-text",
                                      "contention-text",
                                      "thread-text",
                                      "java-legacy",
                                      "gperf-cpu-binary64l",
                                      "goroutine-debug1"};
  for (const auto& row : ReadTable(SharedPath("profiles/INDEX.tsv"), 24)) {
    INFO(row[0] << " (" << row[7] << ")");
    if (row[7] == "pprof" && row[23] != "ok") continue;  // a profile that is broken
    const Result<ProfileData> loaded = Load(ReadFile(SharedPath("profiles/" + row[0])));
    const Status status = loaded ? CheckProfile(*loaded) : Status(loaded.error());
    INFO((status ? "" : status.error().message));
    CHECK(status.ok() >= read.contains(row[7]));
    CHECK((status.ok() || !status.error().message.empty()));
  }
}

TEST_CASE("Files that are no profile say what they are, or where they are broken") {
  const auto row = GENERATE(table<const char*, const char*>({
      {"concatenated.pb", "it holds more than one profile: "},
      {"double-gzip.pb.gz.gz", "it is packed twice: "},
      {"empty.pb", "it is empty: "},
      {"garbage.txt", ""},
      {"group-wire-type.pb", "the profile is damaged at byte 95: "},
      {"gzip-of-empty.gz", "there is no profile in it: "},
      {"line-without-function.pb", "the profile is damaged: a line refers to function 0, "},
      {"missing-function.pb", "the profile is damaged: a line refers to function 1, "},
      {"missing-location.pb", "the profile is damaged: a sample refers to location 2, "},
      {"negative-string-index.pb", "the profile is damaged: it refers to string -1, "},
      {"no-string-table.pb", "the profile is damaged: it has no strings, "},
      {"string0-not-empty.pb", "the profile is damaged at byte 32: the first string "},
      {"trailing-garbage.pb.gz", "there are bytes that do not belong to it behind the end of"},
      {"truncated.pb", "the profile is truncated: it ends at byte 10377, in the middle of the "},
      {"truncated.pb.gz", "the file is truncated: its gzip data breaks off at byte 11577"},
      {"varint-11-bytes.pb", "this is not a profile: "},
      {"wrong-wire-type.pb", "this is not a profile: "},
  }));
  const std::string path = "conformance/go-real/malformed/" + std::string(std::get<0>(row));
  const std::string error = ErrorOf(Load(ReadFile(SharedPath(path))));
  INFO(path);
  CHECK(error != "");
  CHECK_THAT(error, StartsWith(std::get<1>(row)));
}

TEST_CASE("What is wrong inside of a packed file is told by its place in what it unpacks to") {
  CHECK(ErrorOf(Load(Gzip(SmallProfile().substr(0, 140)))) ==
        "unpacked, the profile is truncated: it ends at byte 140, in the middle of the field that "
        "begins at byte 137");
}

TEST_CASE("After an error, feeding and finishing repeat it") {
  ProfileLoader loader;
  const Status first = loader.Feed(BytesOf(Gzip(SmallProfile()) + "behind"));
  REQUIRE_FALSE(first.ok());
  CHECK(loader.Feed(BytesOf("more")).error().message == first.error().message);
  CHECK(ErrorOf(loader.Finish()) == first.error().message);
}

TEST_CASE("The loader tells how far it is") {
  const std::string plain = SmallProfile();
  const std::string file = Gzip(plain);
  ProfileLoader loader;
  REQUIRE(loader.Feed(BytesOf(file).first(100)).ok());
  CHECK(loader.bytes_read() == 100);
  REQUIRE(loader.Feed(BytesOf(file).subspan(100)).ok());
  CHECK(loader.bytes_read() == file.size());
  CHECK(loader.bytes_unpacked() == plain.size());
}

TEST_CASE("A zstd file that needs too large a window says what to do") {
  // A frame with a window of 2^28 bytes, and of 2^41, and one empty block.
  for (const char window : {'\x90', '\xf8'}) {
    const std::string file =
        std::string("\x28\xb5\x2f\xfd\0", 5) + window + std::string("\1\0\0", 3);
    CHECK(ErrorOf(Load(file)) ==
          "its zstd data needs a window of more than 128 MB to be unpacked; pack it again without "
          "--long, or open what it unpacks to");
  }
}

TEST_CASE("A file that is packed many times is told from one that is broken") {
  std::string file = SmallProfile();
  for (int times = 0; times < 20; ++times) {
    file = Gzip(file);
    if (times == 0) continue;
    CHECK_THAT(ErrorOf(Load(file)), StartsWith("it is packed twice: "));
  }
}

TEST_CASE("A file that unpacks without end is given up") {
  // A field that nobody knows, of two million zeros.
  const std::string huge = Wire().Text(100, std::string(2'000'000, '\0')).bytes();
  const std::string file = GENERATE_COPY(Gzip(huge), Zlib(huge));
  LoadLimits limits;
  limits.ratio_from_bytes = 100'000;
  CHECK_THAT(ErrorOf(Load(file, limits)),
             StartsWith("it unpacks to far more than a profile does: "));
  for (const std::size_t each : {100, 100'000}) {
    CHECK_THAT(ErrorOf(LoadUnpacked(file, each, limits)),
               StartsWith("it unpacks to far more than a profile does: "));
  }
  limits = {};
  limits.unpacked_bytes = 1'000'000;
  CHECK_THAT(ErrorOf(Load(file, limits)), StartsWith("it is too large: "));
  CHECK_THAT(ErrorOf(Load(huge, limits)), StartsWith("it is too large: "));
}

}  // namespace
}  // namespace burnglass
