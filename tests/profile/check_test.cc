#include <functional>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"
#include "profile/profile.h"

namespace burnglass {
namespace {

// What is wrong with a good profile after `spoil`.
std::string ErrorAfter(const std::function<void(ProfileData&)>& spoil) {
  ProfileData data = std::move(SketchProfile({"main      main",  //
                                              "0x1@/bin  run ",  //
                                              "1         2   "})
                                   .data());
  data.labels.resize(1);
  data.label_ends = {0, 1};
  REQUIRE(CheckProfile(data).ok());
  spoil(data);
  const Status status = CheckProfile(data);
  CHECK_FALSE(FinishProfile(data).ok() != status.ok());
  return status ? "" : status.error().message;
}

TEST_CASE("A profile whose parts do not fit is not let in") {
  using Data = ProfileData;
  CHECK(ErrorAfter([](Data&) {}) == "");
  CHECK(ErrorAfter([](Data& d) { d.stacks.push_back(0); }) == "the stacks do not fit the samples");
  CHECK(ErrorAfter([](Data& d) { std::swap(d.stack_ends[0], d.stack_ends[1]); }) ==
        "the stacks do not fit the samples");
  CHECK(ErrorAfter([](Data& d) { d.label_ends.pop_back(); }) ==
        "the labels do not fit the samples");
  CHECK(ErrorAfter([](Data& d) { d.labels.clear(); }) == "the labels do not fit the samples");
  CHECK(ErrorAfter([](Data& d) { d.values[0].pop_back(); }) == "the values do not fit the samples");
  CHECK(ErrorAfter([](Data& d) { d.sample_types.push_back({}); }) ==
        "the samples have 1 values for 2 sample types");
  CHECK(ErrorAfter([](Data& d) { d.sample_types.resize(5000); }) ==
        "it has 5000 sample types, and 4096 are the most that can be opened");
  CHECK(ErrorAfter([](Data& d) { d.goroutines.push_back({.sample = 2}); }) ==
        "the goroutines do not fit the samples");
  CHECK(ErrorAfter([](Data& d) { d.goroutines.push_back({.end = 1}); }) ==
        "the goroutines do not fit the samples");
  CHECK(ErrorAfter([](Data& d) {
          d.facts.push_back({0, 99});
        }) == "a string index lies outside the string table");
  CHECK(ErrorAfter([](Data& d) { d.sample_types.clear(), d.values.clear(); }) ==
        "the samples have values, but nothing says of which type");
}

TEST_CASE("Ids are unique and not zero") {
  using Data = ProfileData;
  CHECK(ErrorAfter([](Data& d) { d.mappings[0].id = 0; }) == "a mapping has the reserved id 0");
  CHECK(ErrorAfter([](Data& d) { d.functions[1].id = d.functions[0].id; }) ==
        "two functions have the same id 1");
  CHECK(ErrorAfter([](Data& d) { d.locations[2].id = 1; }) == "two locations have the same id 1");
}

TEST_CASE("All that is referred to is there") {
  using Data = ProfileData;
  const std::string no_text = "a string index lies outside the string table";
  CHECK(ErrorAfter([](Data& d) { d.functions[0].filename = 1000; }) == no_text);
  CHECK(ErrorAfter([](Data& d) { d.labels[0].unit = 1000; }) == no_text);
  CHECK(ErrorAfter([](Data& d) { d.comments = {1000}; }) == no_text);
  CHECK(ErrorAfter([](Data& d) { d.doc_url = 1000; }) == no_text);
  CHECK(ErrorAfter([](Data& d) { d.stacks[0] = 3; }) ==
        "a sample refers to a location that does not exist");
  CHECK(ErrorAfter([](Data& d) { d.lines[0].function = kNone; }) ==
        "location 2 has a line without a function");
  CHECK(ErrorAfter([](Data& d) { d.locations[1].line_end = 9; }) ==
        "location 2 has lines that do not exist");
  CHECK(ErrorAfter([](Data& d) { d.locations[0].mapping = 1; }) ==
        "location 1 has a mapping that does not exist");
}

}  // namespace
}  // namespace burnglass
