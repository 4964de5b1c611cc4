#include "formats/otlp.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <string>
#include <vector>

#include "formats/folded.h"
#include "formats/loading.h"
#include "formats/mutate.h"
#include "formats/pack.h"
#include "formats/same_profile.h"
#include "formats/wire_writer.h"

namespace burnglass {
namespace {

using Catch::Matchers::StartsWith;

std::string Fixed64(std::uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>(number >> (8 * i));
  return bytes;
}

Wire Attribute(std::uint64_t key, const Wire& value, std::uint64_t unit = 0) {
  Wire attribute;
  attribute.Number(1, key).Message(2, value);
  return unit == 0 ? attribute : attribute.Number(3, unit);
}

// Strings: 1 cpu, 2 nanoseconds, 3 app, 4 main, 5 work, 6 main.go, 7 thread, 8 build id's key,
// 9 size, 10 bytes. Stacks: 1 work;main, 2 main.
Wire Dictionary() {
  Wire tables;
  tables.Message(1, Wire());
  tables.Message(
      1, Wire().Number(1, 0x1000).Number(2, 0x2000).Number(3, 16).Number(4, 3).Packed(5, {2}));
  tables.Message(2, Wire());
  tables.Message(2, Wire().Number(1, 1).Number(2, 0x1010).Message(3, Wire().Number(1, 1)));
  tables.Message(2, Wire().Number(1, 1).Number(2, 0x1020).Message(
                        3, Wire().Number(1, 2).Number(2, 12).Number(3, 4)));
  tables.Message(3, Wire());
  tables.Message(3, Wire().Number(1, 4).Number(3, 6).Number(4, 10));
  tables.Message(3, Wire().Number(1, 5).Number(3, 6));
  tables.Message(4, Wire());
  tables.Message(4, Wire().Text(1, "\x0a\xf7").Text(2, "\x01"));
  for (const char* text : {"", "cpu", "nanoseconds", "/bin/app", "main", "work", "main.go",
                           "thread.name", "process.executable.build_id.gnu", "size", "bytes"}) {
    tables.Text(5, text);
  }
  tables.Message(6, Wire());
  tables.Message(6, Attribute(7, Wire().Text(1, "worker")));
  tables.Message(6, Attribute(8, Wire().Text(1, "b17d")));
  tables.Message(6, Attribute(9, Wire().Number(3, 4096), 10));
  tables.Message(7, Wire());
  tables.Message(7, Wire().Packed(1, {2, 1}));
  tables.Message(7, Wire().Packed(1, {1}));
  return tables;
}

Wire CpuProfile() {
  Wire profile;
  profile.Message(1, Wire().Number(1, 1).Number(2, 2));
  profile.Message(2, Wire().Number(1, 1).Packed(2, {1, 3}).Number(3, 1).Packed(4, {30}));
  profile.Message(2, Wire().Number(1, 2).Packed(4, {2, 3}).Text(5, Fixed64(1) + Fixed64(2)));
  profile.Varint(3 << 3 | 1).Raw(Fixed64(1'700'000'000'000'000'000));
  return profile.Number(4, 5'000'000'000)
      .Message(5, Wire().Number(1, 1).Number(2, 2))
      .Number(6, 10);
}

// Of which only times are known.
Wire CountProfile() {
  return Wire().Message(2, Wire().Number(1, 2).Text(5, Fixed64(1) + Fixed64(2) + Fixed64(3)));
}

Wire Resource(const std::string& name) {
  const Wire attribute = Wire().Text(1, "service.name").Message(2, Wire().Text(1, name));
  return Wire().Message(1, Wire().Message(1, attribute));
}

Wire WithProfile(Wire resource, const Wire& profile) {
  return resource.Message(2, Wire().Message(2, profile));
}

std::string Whole() {
  return Wire()
      .Message(1, WithProfile(Resource("shop"), CpuProfile()))
      .Message(2, Dictionary())
      .bytes();
}

ProfilePtr Opened(const std::string& file) {
  Result<ProfileData> loaded = Load(file);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  Result<ProfilePtr> profile = FinishProfile(loaded.Take());
  REQUIRE(profile.ok());
  return *profile;
}

std::string Labels(const Profile& profile, std::size_t sample) {
  std::string text;
  for (const Label& label : profile.labels(sample)) {
    text += std::string(profile.text(label.key)) + "=";
    text += label.numeric ? std::to_string(label.num) + std::string(profile.text(label.unit))
                          : std::string(profile.text(label.str));
    text += " ";
  }
  return text;
}

TEST_CASE("An OTLP profile is read, with all that it says") {
  const ProfilePtr profile = Opened(Whole());
  const ProfileData& data = profile->data();
  CHECK(EncodeFolded(*profile, 0).Take() == "main;work 30\nmain 5\n");
  CHECK(profile->text(data.sample_types[0].type) == "cpu");
  CHECK(profile->text(data.sample_types[0].unit) == "nanoseconds");
  CHECK(Labels(*profile, 0) == "thread.name=worker size=4096bytes trace_id=0af7 span_id=01 ");
  CHECK(Labels(*profile, 1) == "");
  CHECK(data.time_nanos == 1'700'000'000'000'000'000);
  CHECK(data.duration_nanos == 5'000'000'000);
  CHECK(data.period == 10);
  REQUIRE(data.mappings.size() == 1);
  CHECK(data.mappings[0].offset == 16);
  CHECK(profile->text(data.mappings[0].build_id) == "b17d");
  REQUIRE(data.comments.size() == 1);
  CHECK(profile->text(data.comments[0]) == "service.name=shop");
  const Location& leaf = data.locations[profile->stack(0)[0]];
  CHECK(leaf.address == 0x1020);
  CHECK(profile->lines(leaf)[0].line == 12);
  CHECK(profile->lines(leaf)[0].column == 4);
}

TEST_CASE("However it is packed and cut, the same comes out") {
  const std::string wanted = Outcome(Load(Whole()));
  CHECK(Outcome(Load(Gzip(Whole()))) == wanted);
  for (std::size_t split = 1; split < Whole().size(); ++split) {
    CHECK(Outcome(LoadInPieces(Whole(), split, 50)) == wanted);
  }
}

TEST_CASE("Profiles of several types and resources become one") {
  const ProfilePtr profile = Opened(Wire()
                                        .Message(1, WithProfile(Resource("shop"), CpuProfile()))
                                        .Message(1, WithProfile(Resource("bank"), CountProfile()))
                                        .Message(2, Dictionary())
                                        .bytes());
  const ProfileData& data = profile->data();
  REQUIRE(data.sample_types.size() == 2);
  CHECK(profile->text(data.default_sample_type) == "cpu");
  CHECK(profile->text(data.sample_types[1].type) == "samples");
  CHECK(data.values[0] == std::vector<std::int64_t>{30, 5, 0});
  CHECK(data.values[1] == std::vector<std::int64_t>{0, 0, 3});
  CHECK(Labels(*profile, 1) == "service.name=shop ");
  CHECK(Labels(*profile, 2) == "service.name=bank ");
  CHECK(data.comments.empty());
}

TEST_CASE("The form before stacks is read, too") {
  Wire dictionary;
  dictionary.Message(1, Wire()).Message(2, Wire().Message(3, Wire().Number(1, 0)));
  dictionary.Message(2, Wire().Message(3, Wire().Number(1, 1)).Number(4, 1));
  dictionary.Message(3, Wire().Number(1, 1)).Message(3, Wire().Number(1, 2));
  for (const char* text : {"", "main", "work", "note"}) dictionary.Text(5, text);
  Wire profile;
  profile.Message(1, Wire().Number(1, 1).Number(2, 2));
  profile.Message(2, Wire().Number(1, 1).Number(2, 2).Packed(3, {7}));
  profile.Message(2, Wire().Number(1, 1).Number(2, 1).Packed(6, {1000, 2000}));
  profile.Packed(3, {1, 1, 0}).Number(4, 99).Number(5, 5).Packed(8, {3});
  const ProfilePtr read = Opened(
      Wire().Message(1, WithProfile(Resource("shop"), profile)).Message(2, dictionary).bytes());
  CHECK(EncodeFolded(*read, 0).Take() == "main;work 7\nwork 2\n");
  CHECK(read->data().time_nanos == 99);
  CHECK(read->data().locations[0].is_folded);
  CHECK(read->data().comments.size() == 2);
}

TEST_CASE("What is wrong in an OTLP profile is told") {
  const auto error = [](const Wire& profile) {
    return ErrorOf(Load(Wire()
                            .Message(1, WithProfile(Resource("shop"), profile))
                            .Message(2, Dictionary())
                            .bytes()));
  };
  const auto sample = [](const Wire& sample) { return Wire().Message(2, sample); };
  const std::string damaged = "the OTLP profile is damaged: ";
  CHECK(error(sample(Wire().Number(1, 3).Packed(4, {1}))) ==
        damaged + "a sample refers to stack 3, but there are 3");
  CHECK(error(sample(Wire().Packed(2, {4}).Packed(4, {1}))) ==
        damaged + "a sample refers to attribute 4, but there are 4");
  CHECK(error(sample(Wire().Number(3, 2).Packed(4, {1}))) ==
        damaged + "a sample refers to link 2, but there are 2");
  CHECK(error(sample(Wire().Number(1, 1))) == damaged + "a sample has neither values nor times");
  CHECK(error(sample(Wire().Packed(4, {INT64_MAX, 1}))) ==
        damaged + "the values of a sample add up to more than 64 bits hold");
  CHECK(error(Wire().Message(1, Wire().Number(1, 11))) ==
        damaged + "it refers to string 11, but has only 11");
  CHECK(error(sample(Wire().Raw("\x0a"))) == damaged + "a sample is broken");
  CHECK(ErrorOf(Load(Wire().Message(1, Resource("shop")).Message(2, Dictionary()).bytes())) ==
        damaged + "it holds no profile");
  CHECK_THAT(ErrorOf(Load(Wire().Message(1, WithProfile(Resource("a"), CpuProfile())).bytes())),
             StartsWith("this looks like OpenTelemetry data (OTLP), but there is no dictionary"));
  CHECK_THAT(ErrorOf(Load(Whole().substr(0, 60))),
             StartsWith("this looks like OpenTelemetry data (OTLP), but it is truncated"));
}

TEST_CASE("A profile.proto is never taken for OTLP") {
  for (const Wire& type : {Wire(), Wire().Number(1, 1).Number(2, 2), Wire().Number(2, 10)}) {
    const Wire profile = Wire().Message(1, type).Message(1, type).Message(2, Wire().Packed(1, {1}));
    CHECK_FALSE(MayBeOtlp(BytesOf(profile.bytes())));
  }
  CHECK(MayBeOtlp(BytesOf(Whole().substr(0, 8))));
}

// Each sample is two bytes and means a stack of ten thousand frames.
TEST_CASE("Small files that stand for endless stacks are refused") {
  Wire stack;
  for (int i = 0; i < 10'000; ++i) stack.Varint(1);
  Wire profile;
  for (int i = 0; i < 20'000; ++i) profile.Message(2, Wire().Number(1, 3).Packed(4, {1}));
  const Wire dictionary = Dictionary().Message(7, Wire().Message(1, stack));
  CHECK(ErrorOf(Load(Wire()
                         .Message(1, WithProfile(Resource("shop"), profile))
                         .Message(2, dictionary)
                         .bytes())) ==
        "the OTLP profile is damaged: its stacks have more than 134217728 frames together");
}

// What Whole() says, as JSON, the dictionary first.
constexpr const char* kJson = R"({
  "dictionary": {
    "mappingTable": [{}, {"memoryStart": "4096", "memoryLimit": "8192", "fileOffset": 16,
                          "filenameStrindex": 3, "attributeIndices": [2]}],
    "locationTable": [{}, {"mappingIndex": 1, "address": "4112", "lines": [{"functionIndex": 1}]},
                      {"mappingIndex": 1, "address": "4128",
                       "lines": [{"functionIndex": 2, "line": "12", "column": "4"}]}],
    "functionTable": [{}, {"nameStrindex": 4, "filenameStrindex": 6, "startLine": "10"},
                      {"nameStrindex": 5, "filenameStrindex": 6}],
    "linkTable": [{}, {"traceId": "0af7", "spanId": "01"}],
    "stringTable": ["", "cpu", "nanoseconds", "/bin/app", "main", "work", "main.go", "thread.name",
                    "process.executable.build_id.gnu", "size", "bytes"],
    "attributeTable": [{}, {"keyStrindex": 7, "value": {"stringValue": "worker"}},
                       {"keyStrindex": 8, "value": {"stringValue": "b17d"}},
                       {"keyStrindex": 9, "value": {"intValue": "4096"}, "unitStrindex": 10}],
    "stackTable": [{}, {"locationIndices": [2, 1]}, {"locationIndices": [1]}]
  },
  "resourceProfiles": [{
    "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "shop"}}]},
    "scopeProfiles": [{"scope": {"name": "x", "attributes": [[{}]]}, "profiles": [{
      "sampleType": {"typeStrindex": 1, "unitStrindex": 2},
      "samples": [
        {"stackIndex": 1, "attributeIndices": [1, 3], "linkIndex": 1, "values": ["30"]},
        {"stackIndex": 2, "values": [2, "3"], "timestampsUnixNano": ["1", "2"]}],
      "timeUnixNano": "1700000000000000000", "durationNano": "5000000000",
      "periodType": {"typeStrindex": 1, "unitStrindex": 2}, "period": "10",
      "profileId": "ff", "originalPayload": "", "unknown": {"a": [1.5, {"b": null}]}
    }]}]
  }]
})";

TEST_CASE("OTLP's JSON says the same as its protobuf") {
  const Result<ProfileData> json = Load(kJson);
  INFO(ErrorOf(json));
  REQUIRE(json.ok());
  CHECK(FirstDifference(*json, *Load(Whole())) == "");
}

TEST_CASE("What is wrong in OTLP's JSON is told") {
  const auto with = [](const std::string& profile) {
    return ErrorOf(Load(R"({"resourceProfiles":[{"scopeProfiles":[{"profiles":[)" + profile +
                        R"(]}]}],"dictionary":{"stringTable":[""]}})"));
  };
  const std::string cannot = "the OTLP profile cannot be read: ";
  CHECK(with(R"({"period": 1.5})") == cannot + "its member \"period\" is not a whole number");
  CHECK(with(R"({"period": "x"})") == cannot + "its member \"period\" is not a number");
  CHECK(with(R"({"samples": [5]})") == cannot + "its member \"samples\" is a number");
  CHECK(with(R"({"sample": []})") == cannot + "it is of an early draft of the format");
  CHECK_THAT(with(R"({"period": 1,,)"), StartsWith(cannot + "the JSON is broken at byte "));
  CHECK(with(R"({"samples": [{"values": []}]})") ==
        "the OTLP profile is damaged: a sample has neither values nor times");
  CHECK(ErrorOf(Load(R"({"resourceSpans":[]})")) ==
        "this is JSON, but neither a speedscope nor an OpenTelemetry profile");
}

TEST_CASE("OTLP files that are broken at random are read or refused, never more") {
  const std::vector<std::string> pieces = {"\x0a", "\x12", "\xff\xff\xff\x7f", "\"-1\"", "[", "{",
                                           "}",    "]",    "99999999999",      "\x01"};
  Random random(20240229);
  for (const std::string& file : {Whole(), std::string(kJson)}) {
    for (int round = 0; round < 1000; ++round) {
      std::string bytes = file;
      for (std::size_t i = 0; i <= Below(random, 4); ++i) Mutate(bytes, pieces, random);
      INFO("round " << round);
      const Result<ProfileData> result = Load(bytes);
      const Status status = result.ok() ? CheckProfile(*result) : Status(result.error());
      INFO((status ? "" : status.error().message));
      REQUIRE((result.ok() ? status.ok() : IsPrintable(status.error().message)));
    }
  }
}

}  // namespace
}  // namespace burnglass
