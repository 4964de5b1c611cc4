// What pprof takes of profile.proto, and what it makes of it.
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "formats/loading.h"
#include "formats/profile_listing.h"
#include "formats/wire_writer.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

// The strings that all profiles here name: 1 cpu, 2 ns, 3 run, 4 key, 5 value, 6 bytes.
Wire Strings() {
  Wire wire;
  for (const char* text : {"", "cpu", "ns", "run", "key", "value", "bytes"}) wire.Text(6, text);
  return wire;
}

Wire SampleType() { return Wire().Number(1, 1).Number(2, 2); }
Wire Sample(std::uint64_t location) { return Wire().Number(1, location).Number(2, 7); }
Wire WireLocation(std::uint64_t id, std::uint64_t function) {
  return Wire().Number(1, id).Message(4, Wire().Number(1, function));
}
Wire WireFunction(std::uint64_t id) { return Wire().Number(1, id).Number(2, 3); }

std::string Parts(std::initializer_list<Wire> parts) {
  std::string bytes;
  for (const Wire& part : parts) bytes += part.bytes();
  return bytes;
}

std::vector<std::uint32_t> StackOf(const ProfileData& data, std::size_t sample) {
  std::vector<std::uint32_t> stack;
  AppendStack(data, sample, stack);
  return stack;
}

ProfileData Loaded(const std::string& bytes) {
  Result<ProfileData> loaded = Load(bytes);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  INFO((CheckProfile(*loaded) ? "" : CheckProfile(*loaded).error().message));
  REQUIRE(CheckProfile(*loaded).ok());
  return loaded.Take();
}

// The profile of one sample of `run`, the outermost fields in order of their numbers.
std::string InOrder() {
  return Parts({Wire().Message(1, SampleType()), Wire().Message(2, Sample(1)),
                Wire().Message(4, WireLocation(1, 1)), Wire().Message(5, WireFunction(1)),
                Strings()});
}

TEST_CASE("Fields may come in any order") {
  const std::string wanted = ListProfile(Loaded(InOrder()));
  CHECK_THAT(wanted, ContainsSubstring("cpu/ns\n          7: 1 \n"));
  CHECK(ListProfile(Loaded(Parts(
            {Strings(), Wire().Message(5, WireFunction(1)), Wire().Message(4, WireLocation(1, 1)),
             Wire().Message(2, Sample(1)), Wire().Message(1, SampleType())}))) == wanted);
}

TEST_CASE("Ids are any numbers, and need not be in order") {
  const std::uint64_t location = GENERATE(as<std::uint64_t>(), 1, 2, 4'194'303, 4'194'304,
                                          0xffffffff, 0x100000001, 0xffffffffffffffff);
  const std::uint64_t function = location ^ 0xf0;
  const ProfileData data = Loaded(Parts(
      {Wire().Message(1, SampleType()), Wire().Message(2, Sample(location)),
       Wire().Message(4, WireLocation(77, function)),
       Wire().Message(4, WireLocation(location, function)), Wire().Message(5, WireFunction(3)),
       Wire().Message(5, WireFunction(function)), Strings()}));
  CHECK(StackOf(data, 0) == std::vector<std::uint32_t>{1});
  CHECK(data.locations[1].id == location);
  CHECK(data.lines[1].function == 1);
  CHECK(data.functions[1].id == function);
}

TEST_CASE("Numbers of a list may be packed, single, or both") {
  const Wire packed = Wire().Packed(1, {1, 1, 1}).Packed(2, {7});
  const Wire single = Wire().Number(1, 1).Number(2, 7).Number(1, 1).Number(1, 1);
  const Wire both = Wire().Packed(1, {1, 1}).Number(2, 7).Packed(2, {}).Number(1, 1);
  const Wire& sample = GENERATE_COPY(packed, single, both);
  const ProfileData data =
      Loaded(Parts({Wire().Message(1, SampleType()), Wire().Message(2, sample),
                    Wire().Message(4, WireLocation(1, 1)), Wire().Message(5, WireFunction(1)),
                    Strings(), Wire().Number(13, 3).Packed(13, {4, 5}).Number(13, 6)}));
  CHECK(StackOf(data, 0) == std::vector<std::uint32_t>{0, 0, 0});
  CHECK(data.values == std::vector<std::vector<std::int64_t>>{{7}});
  CHECK(data.comments.size() == 4);
  CHECK(data.strings[data.comments[3]] == "bytes");
}

TEST_CASE("What is not known is skipped, of whatever type") {
  const Wire unknown = Wire()
                           .Number(99, 5)
                           .Text(98, "text")
                           .Raw(
                               "\xe9\x0c"
                               "12345678")
                           .Raw(
                               "\xed\x0c"
                               "1234");
  const Wire sample = Wire().Number(1, 1).Number(2, 7).Raw(unknown.bytes());
  const std::string wanted = ListProfile(Loaded(InOrder()));
  CHECK(ListProfile(
            Loaded(Parts({unknown, Wire().Message(1, SampleType()), Wire().Message(2, sample),
                          Wire().Message(4, WireLocation(1, 1)), Wire().Message(5, WireFunction(1)),
                          Strings(), unknown, Wire().Number(0, 1)}))) == wanted);
}

TEST_CASE("Of a field that is single the last one counts") {
  const ProfileData data =
      Loaded(InOrder() + Parts({Wire().Number(10, 1).Number(10, 2).Number(12, 3).Number(12, 4),
                                Wire().Message(11, SampleType()).Message(11, Wire().Number(1, 3)),
                                Wire().Number(14, 2).Number(14, 1).Number(7, 3).Number(8, 4)}));
  CHECK(data.duration_nanos == 2);
  CHECK(data.period == 4);
  CHECK(data.strings[data.period_type.type] == "run");
  CHECK(data.strings[data.period_type.unit] == "");
  CHECK(data.strings[data.default_sample_type] == "cpu");
  CHECK(data.strings[data.drop_frames] == "run");
  CHECK(data.strings[data.keep_frames] == "key");
}

TEST_CASE("A second time is the mark of a second profile, but not after a time of zero") {
  CHECK_THAT(ErrorOf(Load(InOrder() + Wire().Number(9, 1).Number(9, 1).bytes())),
             StartsWith("it holds more than one profile: "));
  CHECK(Loaded(InOrder() + Wire().Number(9, 0).Number(9, 5).bytes()).time_nanos == 5);
}

TEST_CASE("A label has a text or a number; zero without a unit is neither") {
  const Wire sample = Wire()
                          .Number(1, 1)
                          .Number(2, 7)
                          .Message(3, Wire().Number(1, 4).Number(2, 5))
                          .Message(3, Wire().Number(1, 4).Number(3, 0))
                          .Message(3, Wire().Number(1, 4).Number(3, 0).Number(4, 6))
                          .Message(3, Wire().Number(1, 4).Number(3, -3).Number(2, 0));
  const ProfileData data = Loaded(Parts(
      {Wire().Message(1, SampleType()), Wire().Message(2, Sample(1)), Wire().Message(2, sample),
       Wire().Message(2, Sample(1)), Wire().Message(4, WireLocation(1, 1)),
       Wire().Message(5, WireFunction(1)), Strings()}));
  REQUIRE(data.labels.size() == 3);
  CHECK(data.label_ends == std::vector<std::uint32_t>{0, 3, 3});
  CHECK_FALSE(data.labels[0].numeric);
  CHECK(data.strings[data.labels[0].str] == "value");
  CHECK(data.labels[1].numeric);
  CHECK(data.strings[data.labels[1].unit] == "bytes");
  CHECK(data.labels[2].num == -3);
}

TEST_CASE("Equal strings have one number, though the file has them twice") {
  const ProfileData data = Loaded(Parts({Wire().Message(1, Wire().Number(1, 1).Number(2, 2)),
                                         Wire().Text(6, "").Text(6, "count").Text(6, "count")}));
  CHECK(data.sample_types[0].type == data.sample_types[0].unit);
}

TEST_CASE("Samples must have as many values as there are types") {
  const std::string rest =
      Parts({Wire().Message(4, WireLocation(1, 1)), Wire().Message(5, WireFunction(1)), Strings()});
  const auto type = Wire().Message(1, SampleType()).bytes();
  const auto sample = [](std::initializer_list<std::uint64_t> values) {
    return Wire().Message(2, Wire().Number(1, 1).Packed(2, values)).bytes();
  };
  CHECK(Outcome(Load(type + sample({1}) + sample({1, 2}) + rest)) ==
        "error: the profile is damaged: sample 2 has 2 values, but the first has 1");
  CHECK(Outcome(Load(type + sample({1, 2}) + rest)) ==
        "error: the samples have 2 values for 1 sample types");
  CHECK(Outcome(Load(sample({1}) + rest)) ==
        "error: the samples have values, but nothing says of which type");
  CHECK(Outcome(Load(type + type + sample({}) + rest)) ==
        "error: the samples have 0 values for 2 sample types");
  CHECK(Load(type + rest).ok());
}

TEST_CASE("What refers to nothing is refused") {
  const std::string good = InOrder();
  const auto error = [&](const Wire& more) { return ErrorOf(Load(good + more.bytes())); };
  CHECK(error(Wire().Message(2, Sample(0))) ==
        "the profile is damaged: a sample refers to location 0, which is not in the file");
  CHECK(error(Wire().Message(2, Sample(2))) ==
        "the profile is damaged: a sample refers to location 2, which is not in the file");
  CHECK(error(Wire().Message(4, WireLocation(2, 9))) ==
        "the profile is damaged: a line refers to function 9, which is not in the file");
  CHECK(error(Wire().Number(15, 7)) ==
        "the profile is damaged: it refers to string 7, but has only 7; it may have been cut off");
  CHECK(error(Wire().Message(5, Wire().Number(1, 2).Number(4, 0x100000000))) ==
        "the profile is damaged: it refers to string 4294967296, but has only 7; it may have been "
        "cut off");
  // The key of a label that is dropped must be there, too.
  CHECK(
      error(Wire().Message(2, Wire().Number(1, 1).Number(2, 7).Message(3, Wire().Number(1, 8)))) ==
      "the profile is damaged: it refers to string 8, but has only 7; it may have been cut off");
  // A mapping that is not there is no mapping.
  const ProfileData data =
      Loaded(good + Wire().Message(4, Wire().Number(1, 2).Number(2, 5)).bytes());
  CHECK(data.locations[1].mapping == kNone);
}

TEST_CASE("A field of the wrong type is damage, in every message") {
  const Wire bad = GENERATE(Wire().Text(12, "x"),                       // period as text
                            Wire().Number(1, 1),                        // a sample type as number
                            Wire().Number(6, 1),                        // a string as number
                            Wire().Message(2, Wire().Number(3, 1)),     // a label as number
                            Wire().Message(2, Wire().Text(1, "\xff")),  // half a number, packed
                            Wire().Message(3, Wire().Text(2, "x")),     // an address as text
                            Wire().Message(4, Wire().Number(4, 1)),     // a line as number
                            Wire().Message(5, Wire().Text(2, "x")),     // a name as text
                            Wire().Message(5, Wire().Raw("\x0b")),      // a group
                            Wire().Message(5, Wire().Raw("\x12\x05"
                                                         "x")),  // longer than its message
                            Wire().Raw("\x07"));                 // no type at all
  const std::string good = InOrder();
  CHECK_THAT(ErrorOf(Load(good + bad.bytes() + good)),
             StartsWith("the profile is damaged at byte " + std::to_string(good.size()) + ": "));
}

TEST_CASE("A profile without samples is a profile") {
  const ProfileData data = Loaded(Parts({Wire().Message(1, SampleType()), Strings()}));
  CHECK(data.sample_count() == 0);
  Result<ProfilePtr> profile = FinishProfile(data);
  REQUIRE(profile.ok());
  CHECK((*profile)->data().values.size() == 1);
}

}  // namespace
}  // namespace burnglass
