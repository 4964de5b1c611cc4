#include "formats/encode.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <vector>

#include "formats/loading.h"
#include "formats/pack.h"
#include "formats/same_profile.h"
#include "formats/wire_writer.h"
#include "profile.pb.h"
#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

// A profile that uses every field there is, with ids in no order and a label of each kind.
std::string FullProfile() {
  const std::vector<std::string> texts = {"",      "cpu",     "nanoseconds", "/bin/app", "b17d",
                                          "f",     "_Z1fv",   "f.cc",        "handler",  "/orders",
                                          "bytes", "kB",      "note",        "drop.*",   "keep.*",
                                          "alloc", "objects", "https://doc", "unused"};
  Wire wire;
  wire.Message(1, Wire().Number(1, 1).Number(2, 2)).Message(1, Wire().Number(1, 15).Number(2, 16));
  wire.Message(2, Wire()
                      .Packed(1, {900, 7})
                      .Packed(2, {std::uint64_t(-5), 1})
                      .Message(3, Wire().Number(1, 8).Number(2, 9))
                      .Message(3, Wire().Number(1, 10).Number(3, 4096))
                      .Message(3, Wire().Number(1, 10).Number(3, 0).Number(4, 11)));
  wire.Message(2, Wire().Packed(2, {0, std::uint64_t(INT64_MIN)}));
  wire.Message(3, Wire()
                      .Number(1, 4)
                      .Number(2, 0x1000)
                      .Number(3, ~std::uint64_t{0})
                      .Number(4, 16)
                      .Number(5, 3)
                      .Number(6, 4)
                      .Number(7, 1)
                      .Number(8, 1)
                      .Number(9, 1)
                      .Number(10, 1));
  wire.Message(3, Wire().Number(1, 2));
  const Wire line = Wire().Number(1, 77).Number(2, 12).Number(3, 5);
  wire.Message(4, Wire().Number(1, 900).Number(2, 4).Number(3, 0x1010).Message(4, line));
  wire.Message(4, Wire().Number(1, 7).Number(5, 1).Message(4, line).Message(4, line));
  wire.Message(5, Wire().Number(1, 77).Number(2, 5).Number(3, 6).Number(4, 7).Number(5, 10));
  for (const std::string& text : texts) wire.Text(6, text);
  wire.Number(7, 13).Number(8, 14).Number(9, 1'700'000'000'000'000'000).Number(10, 3);
  wire.Message(11, Wire().Number(1, 1).Number(2, 2)).Number(12, 1000).Packed(13, {12, 12});
  return wire.Number(14, 15).Number(15, 17).bytes();
}

ProfileData Loaded(std::string_view file) {
  Result<ProfileData> loaded = Load(file);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  return loaded.Take();
}

// Writes a profile and reads it again, twice: the same columns, and the same bytes.
void CheckRoundTrip(const ProfileData& data) {
  const std::string bytes = EncodeProfile(data);
  const ProfileData again = Loaded(bytes);
  CHECK(FirstDifference(data, again) == "");
  CHECK((EncodeProfile(again) == bytes));
  const Result<std::string> packed = EncodeProfileGzip(data);
  REQUIRE(packed.ok());
  CHECK((Gunzip(*packed) == bytes));
}

TEST_CASE("Every field comes back as it was") {
  const ProfileData data = Loaded(FullProfile());
  REQUIRE(CheckProfile(data).ok());
  CHECK(data.labels.size() == 3);
  CHECK(data.locations[1].is_folded);
  CheckRoundTrip(data);
}

TEST_CASE("A profile of nothing comes back") {
  ProfileData data;
  CheckRoundTrip(data);
  CHECK(EncodeProfile(data) == Wire().Text(6, "").bytes());
}

TEST_CASE("Only strings that are used are written, the first of them empty") {
  ProfileData data;
  data.strings.Intern("unused");
  data.comments = {data.strings.Intern("used")};
  CHECK(EncodeProfile(data) == Wire().Text(6, "").Text(6, "used").Packed(13, {1}).bytes());
}

TEST_CASE("A label of text stays one of text, even if the text is empty") {
  Wire wire;
  wire.Message(1, Wire().Number(1, 1).Number(2, 1));
  wire.Message(2, Wire().Packed(2, {1}).Message(3, Wire().Number(1, 1).Number(2, 2)));
  const ProfileData data = Loaded(wire.Text(6, "").Text(6, "k").Text(6, "").bytes());
  REQUIRE(data.labels.size() == 1);
  CheckRoundTrip(data);
}

TEST_CASE("Protobuf's own reader takes what is written") {
  const ProfileData data = Loaded(ReadFile(TestDataPath("go-real/heap.pb.gz")));
  pb::Profile profile;
  REQUIRE(profile.ParseFromString(EncodeProfile(data)));
  CHECK(profile.string_table(0) == "");
  CHECK(profile.sample_size() == static_cast<int>(data.sample_count()));
  CHECK(profile.location_size() == static_cast<int>(data.locations.size()));
  CHECK(profile.period() == data.period);
  const pb::ValueType& last = profile.sample_type(profile.sample_type_size() - 1);
  CHECK(profile.string_table(static_cast<int>(last.type())) == "inuse_space");
  CHECK((profile.SerializeAsString() == EncodeProfile(data)));
}

TEST_CASE("The gzip file names no time, no file and no system, and no bytes differ") {
  const ProfileData data = Loaded(FullProfile());
  const std::string packed = EncodeProfileGzip(data).Take();
  CHECK(packed.substr(0, 10) == std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10));
  CHECK((EncodeProfileGzip(data).Take() == packed));
}

TEST_CASE("What is packed in pieces unpacks as one") {
  ProfileData data;
  std::string text;
  std::uint32_t state = 1;
  for (int i = 0; i < 3'000'000; ++i) {
    text += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  }
  data.comments = {data.strings.Intern(text)};
  CHECK((Gunzip(EncodeProfileGzip(data).Take()) == EncodeProfile(data)));
}

TEST_CASE("Profiles of Go go round") {
  const std::string name = GENERATE("cpu", "goroutine", "heap");
  CheckRoundTrip(Loaded(ReadFile(TestDataPath("go-real/" + name + ".pb.gz"))));
}

TEST_CASE("Every real profile goes round") {
  int rounds = 0;
  for (const auto& row : ReadTable(SharedPath("profiles/INDEX.tsv"), 8)) {
    INFO(row[0]);
    Result<ProfileData> loaded = Load(ReadFile(SharedPath("profiles/" + row[0])));
    if (!loaded || !CheckProfile(*loaded)) continue;
    CheckRoundTrip(*loaded);
    ++rounds;
  }
  CHECK(rounds > 150);
}

}  // namespace
}  // namespace burnglass
