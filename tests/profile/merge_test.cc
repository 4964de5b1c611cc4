#include "profile/merge.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <utility>

#include "check_preorder.h"
#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

using Drawing = std::initializer_list<std::string>;

ProfileData Sketch(Drawing drawing) { return std::move(SketchProfile(drawing).data()); }

template <typename... Data>
Result<ProfileData> Merge(Data&&... data) {
  std::vector<ProfileData> profiles;
  (profiles.push_back(std::forward<Data>(data)), ...);
  for (const ProfileData& profile : profiles) REQUIRE(CheckProfile(profile).ok());
  Result<ProfileData> merged = MergeProfiles(std::move(profiles));
  if (merged) REQUIRE(CheckProfile(*merged).ok());
  return merged;
}

ProfileData Merged(Result<ProfileData> merged) {
  INFO((merged ? "" : merged.error().message));
  REQUIRE(merged.ok());
  ProfileData data = merged.Take();
  SpreadStacks(data);
  return data;
}

std::string Text(const ProfileData& data, StringId id) { return std::string(data.strings[id]); }

std::string Types(const ProfileData& data) {
  std::string text;
  for (const ValueType& type : data.sample_types) {
    text += Text(data, type.type) + "/" + Text(data, type.unit) + " ";
  }
  return text;
}

// `type/unit` with one value for each sample, in front of those that are there.
void AddType(ProfileData& data, std::string_view type, std::string_view unit,
             std::vector<std::int64_t> values) {
  data.sample_types.insert(data.sample_types.begin(),
                           {data.strings.Intern(type), data.strings.Intern(unit)});
  data.values.insert(data.values.begin(), std::move(values));
}

void SetUnit(ProfileData& data, std::string_view unit) {
  data.sample_types[0].unit = data.strings.Intern(unit);
}

void AddLabel(ProfileData& data, std::string_view key, std::string_view value) {
  data.label_ends.resize(data.stack_ends.size());
  data.labels.push_back({.key = data.strings.Intern(key), .str = data.strings.Intern(value)});
  data.label_ends.back() = static_cast<std::uint32_t>(data.labels.size());
}

TEST_CASE("Equal stacks are added up, others stand side by side") {
  const ProfileData merged = Merged(Merge(Sketch({"main    main",  //
                                                  "run>gc  run ",  //
                                                  "1       2   "}),
                                          Sketch({"main  main     main",  //
                                                  "idle  run>gc   run ",  //
                                                  "4     8        16  "})));
  CHECK(ListSamples(merged) == R"(
main run>gc 9
main run 18
main idle 4
)");
}

TEST_CASE("A single profile stays as it is, equal stacks and zeros and all") {
  const ProfileData merged = Merged(Merge(Sketch({"main  main  main",  //
                                                  "1     2     0   "})));
  CHECK(ListSamples(merged) == "\nmain 1\nmain 2\nmain 0\n");
}

TEST_CASE("What cancels out is gone, with all that only it referred to") {
  const ProfileData merged = Merged(Merge(Sketch({"main  main",  //
                                                  "run   idle",  //
                                                  "5     1   "}),
                                          Sketch({"main  main",  //
                                                  "run   zero",  //
                                                  "-5    0   "})));
  CHECK(ListSamples(merged) == "\nmain idle 1\n");
  CHECK(merged.locations.size() == 2);
  CHECK(merged.functions.size() == 2);
}

TEST_CASE("Samples with different labels stay apart; the order of keys means nothing") {
  ProfileData plain = Sketch({"main", "1"});
  ProfileData ab = Sketch({"main", "2"});
  AddLabel(ab, "a", "1"), AddLabel(ab, "b", "2");
  ProfileData ba = Sketch({"main", "4"});
  AddLabel(ba, "b", "2"), AddLabel(ba, "a", "1");
  ProfileData twice = Sketch({"main", "8"});
  AddLabel(twice, "a", "1"), AddLabel(twice, "a", "3");
  ProfileData other_order = Sketch({"main", "16"});
  AddLabel(other_order, "a", "3"), AddLabel(other_order, "a", "1");
  CHECK(ListSamples(Merged(Merge(plain, ab, ba, twice, other_order))) == R"(
main 1
main 6 [a=1 b=2]
main 8 [a=1 a=3]
main 16 [a=3 a=1]
)");
}

TEST_CASE("Values are scaled to the finest unit of all") {
  ProfileData coarse = Sketch({"main  main", "a     b   ", "2     3   "});
  SetUnit(coarse, "milliseconds");
  coarse.period_type = {coarse.strings.Intern("cpu"), coarse.strings.Intern("ms")};
  coarse.period = 10;
  ProfileData fine = Sketch({"main", "a", "5"});
  SetUnit(fine, "ns");
  fine.period_type = {fine.strings.Intern("cpu"), fine.strings.Intern("us")};
  fine.period = 20'000;
  const ProfileData merged = Merged(Merge(coarse, fine));
  CHECK(Types(merged) == "cpu/ns ");
  CHECK(ListSamples(merged) == "\nmain a 2000005\nmain b 3000000\n");
  CHECK(merged.period == 20'000);
  CHECK(Text(merged, merged.period_type.unit) == "us");
}

TEST_CASE("Sample types that all have are kept, in the order of the first") {
  ProfileData first = Sketch({"main", "1"});
  AddType(first, "samples", "count", {10});
  AddType(first, "only here", "count", {100});
  ProfileData second = Sketch({"main", "2"});
  second.sample_types.push_back({second.strings.Intern("samples"), second.strings.Intern("count")});
  second.values.push_back({20});
  second.default_sample_type = second.strings.Intern("samples");
  const ProfileData merged = Merged(Merge(first, second));
  CHECK(Types(merged) == "samples/count cpu/count ");
  CHECK(ListSamples(merged) == "\nmain 30 3\n");
  // The first had to drop a type and names none by default: its first one becomes that.
  CHECK(Text(merged, merged.default_sample_type) == "samples");
}

TEST_CASE("Time is the earliest, duration the sum, period the longest") {
  ProfileData first = Sketch({"main", "1"});
  first.time_nanos = 2000, first.duration_nanos = 30, first.period = 10;
  first.comments = {first.strings.Intern("both"), first.strings.Intern("first")};
  first.drop_frames = first.strings.Intern("first.*");
  ProfileData second = Sketch({"main", "1"});
  second.time_nanos = 1000, second.duration_nanos = 31, second.period = 20;
  second.comments = {second.strings.Intern("second"), second.strings.Intern("both")};
  second.drop_frames = second.strings.Intern("second.*");
  second.doc_url = second.strings.Intern("https://docs.example/");
  const ProfileData merged = Merged(Merge(first, second));
  CHECK(merged.time_nanos == 1000);
  CHECK(merged.duration_nanos == 61);
  CHECK(merged.period == 20);
  REQUIRE(merged.comments.size() == 3);
  CHECK(Text(merged, merged.comments[2]) == "second");
  CHECK(Text(merged, merged.drop_frames) == "first.*");
  CHECK(Text(merged, merged.doc_url) == "https://docs.example/");
}

// The binary is loaded at `start`, and the one sample lies 0x10 behind that.
ProfileData Loaded(std::uint64_t start, std::uint64_t size, const char* build_id) {
  ProfileData data = Sketch({"0x10@/bin/app", "1"});
  data.mappings[0].start = start;
  data.mappings[0].limit = start + size;
  data.mappings[0].build_id = data.strings.Intern(build_id);
  data.locations[0].address = start + 0x10;
  return data;
}

TEST_CASE("Addresses count from where their binary was loaded") {
  const ProfileData same =
      Merged(Merge(Loaded(0x1000, 0x5000, "id"), Loaded(0x9000, 0x4001, "id")));
  CHECK(ListSamples(same) == "\n0x1010 2\n");
  CHECK(same.mappings.size() == 1);
  const ProfileData other =
      Merged(Merge(Loaded(0x1000, 0x5000, "id"), Loaded(0x9000, 0x5000, "no")));
  CHECK(ListSamples(other) == "\n0x1010 1\n0x9010 1\n");
  CHECK(other.mappings.size() == 2);
}

TEST_CASE("The main binary stays the first, though no sample lies in it") {
  ProfileData data = Sketch({"0x10@/lib/libc.so", "1"});
  data.mappings.insert(data.mappings.begin(),
                       Mapping{.id = 2, .file = data.strings.Intern("/app")});
  data.locations[0].mapping = 1;
  const ProfileData merged = Merged(Merge(data, data));
  REQUIRE(merged.mappings.size() == 2);
  CHECK(Text(merged, merged.mappings[0].file) == "/app");
}

TEST_CASE("Lines tell places apart; columns do in the last line only") {
  const auto at = [](std::int64_t line, std::int64_t column, std::int64_t outer_column) {
    ProfileData data = Sketch({"run>gc", "1"});
    data.lines[0].line = line, data.lines[0].column = column;
    data.lines[1].column = outer_column;
    return data;
  };
  CHECK(ListSamples(Merged(Merge(at(5, 1, 1), at(6, 1, 1)))) == "\nrun>gc 1\nrun>gc 1\n");
  CHECK(ListSamples(Merged(Merge(at(5, 1, 1), at(5, 2, 1)))) == "\nrun>gc 2\n");
  CHECK(ListSamples(Merged(Merge(at(5, 1, 1), at(5, 1, 2)))) == "\nrun>gc 1\nrun>gc 1\n");
}

TEST_CASE("Many samples find their places") {
  ProfileSketch sketch;
  for (int i = 0; i < 5000; ++i) sketch.AddSample({"main", "f" + std::to_string(i)}, i + 1);
  const ProfileData merged = Merged(Merge(sketch.data(), sketch.data(), sketch.data()));
  REQUIRE(merged.stack_ends.size() == 5000);
  for (int i = 0; i < 5000; ++i) REQUIRE(merged.values[0][i] == 3 * (i + 1));
}

// Few functions and labels, so that much is equal; paths go on from each other.
ProfileData RandomProfile(std::mt19937& random) {
  ProfileSketch sketch;
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < 300; ++i) {
    cells.resize(random() % (cells.size() + 1));
    for (std::size_t more = random() % 4; more > 0; --more) {
      cells.push_back(std::string(1, static_cast<char>('a' + random() % 5)));
    }
    sketch.AddSample(cells, static_cast<std::int64_t>(random() % 3));
    ProfileData& data = sketch.data();
    if (random() % 4 == 0) AddLabel(data, "of", random() % 2 == 0 ? "one" : "two");
    data.label_ends.resize(i + 1, static_cast<std::uint32_t>(data.labels.size()));
  }
  return sketch.data();
}

// The lines of ListSamples, but equal ones added up, and none of zeros.
std::string AddUpLines(const std::vector<ProfileData>& profiles) {
  std::vector<std::string> order;
  std::map<std::string, std::int64_t> sums;
  for (const ProfileData& profile : profiles) {
    std::istringstream lines(ListSamples(profile).substr(1));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t at = line.find_first_of("012");
      if (line[at] == '0') continue;
      const std::string around = line.substr(0, at) + "#" + line.substr(at + 1);
      if (sums.try_emplace(around, 0).second) order.push_back(around);
      sums[around] += line[at] - '0';
    }
  }
  std::string list = "\n";
  for (std::string line : order) {
    list += line.replace(line.find('#'), 1, std::to_string(sums[line])) + "\n";
  }
  return list;
}

TEST_CASE("Whatever is merged, each stack comes once, in the order in which they came") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    std::vector<ProfileData> profiles;
    for (int i = 0; i < 3; ++i) profiles.push_back(RandomProfile(random));
    const std::string expected = AddUpLines(profiles);
    const Result<ProfileData> merged = MergeProfiles(profiles);
    REQUIRE(merged.ok());
    REQUIRE(ListSamples(*merged) == expected);
    const LocationTree& tree = *merged->tree;
    CheckPreorder(tree.parent, tree.end);
    std::set<std::pair<std::uint32_t, std::uint32_t>> paths;
    for (std::size_t node = 1; node < tree.size(); ++node) {
      REQUIRE(paths.insert({tree.parent[node], tree.location[node]}).second);
    }
  }
}

TEST_CASE("What cannot be merged says why") {
  const auto error = [](const auto&... data) { return Merge(data...).error().message; };
  const ProfileData cpu = Sketch({"main", "1"});
  ProfileData heap = cpu;
  heap.sample_types[0].type = heap.strings.Intern("space");
  CHECK(error(cpu, heap) == "the profiles have no sample type in common");
  ProfileData seconds = cpu;
  SetUnit(seconds, "seconds");
  CHECK(error(cpu, seconds) ==
        "values of different kinds cannot be added up: cpu in count, cpu in seconds");
  ProfileData other_period = cpu;
  other_period.period_type.type = other_period.strings.Intern("wall");
  CHECK(error(cpu, other_period) == "values of different kinds cannot be added up:  in , wall in ");
  ProfileData nothing;
  nothing.strings.Intern("");
  CHECK(error(nothing) == "the profile has no sample types");
  CHECK(MergeProfiles({}).error().message == "there is no profile to merge");
}

TEST_CASE("Facts and goroutines are of one profile, and not of several") {
  const auto sketch = [] {
    ProfileData data = Sketch({"main", "5"});
    data.facts.push_back({data.strings.Intern("HeapAlloc"), data.strings.Intern("12")});
    data.goroutines.push_back({.id = 7, .end = 3});
    data.goroutine_text = "abc";
    return data;
  };
  const ProfileData alone = Merged(Merge(sketch()));
  CHECK(alone.facts.size() == 1);
  CHECK(alone.goroutines.size() == 1);
  CHECK(alone.goroutine_text == "abc");
  const ProfileData both = Merged(Merge(sketch(), sketch()));
  CHECK(both.facts.empty());
  CHECK(both.goroutines.empty());
  CHECK(both.goroutine_text.empty());
}

TEST_CASE("Profiles that stay are merged likewise") {
  const auto finished = [](Drawing drawing, std::string_view unit) {
    ProfileData data = Sketch(drawing);
    AddType(data, "wall", unit, std::vector<std::int64_t>(data.values[0].size(), 3000));
    Result<ProfilePtr> profile = FinishProfile(std::move(data));
    REQUIRE(profile.ok());
    return profile.Take();
  };
  const ProfilePtr one =
      finished({"main  main  main", "work  idle  work", "5     7     1   "}, "ms");
  const ProfilePtr same = finished({"main  other", "work  other", "20    4    "}, "ms");
  const ProfilePtr finer = finished({"main", "work", "100"}, "us");
  for (const std::vector<ProfilePtr>& kept :
       {std::vector{one, same}, std::vector{one, same, finer}, std::vector{one}}) {
    std::vector<ProfileData> copies;
    for (const ProfilePtr& profile : kept) copies.push_back(profile->data());
    const ProfileData expected = Merged(MergeProfiles(std::move(copies)));
    const ProfileData merged = Merged(MergeKept(kept));
    CHECK(Types(merged) == Types(expected));
    CHECK(merged.values == expected.values);
    CHECK(merged.stacks == expected.stacks);
    CHECK(merged.stack_ends == expected.stack_ends);
    CHECK(merged.functions.size() == expected.functions.size());
  }
  CHECK(one->sample_count() == 3);
  CHECK(same->data().values[0][0] == 3000);
  CHECK(MergeKept({}).error().message == "there is no profile to merge");
}

}  // namespace
}  // namespace burnglass
