#include "profile/sample_type.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

ProfilePtr WithTypes(std::initializer_list<const char*> names, const char* by_default = "") {
  ProfileData data;
  for (const char* name : names) data.sample_types.push_back({data.strings.Intern(name), 0});
  data.default_sample_type = data.strings.Intern(by_default);
  return *FinishProfile(std::move(data));
}

const ProfilePtr kHeap =
    WithTypes({"alloc_objects", "alloc_space", "inuse_objects", "inuse_space"});

TEST_CASE("The default is the type that the profile names, else its last") {
  CHECK(DefaultSampleType(*kHeap) == 3);
  CHECK(DefaultSampleType(*WithTypes({"a", "b", "c"}, "b")) == 1);
  CHECK(DefaultSampleType(*WithTypes({"a", "b", "c"}, "gone")) == 2);
  CHECK(*FindSampleType(*kHeap, "") == 3);
}

TEST_CASE("A type is found by name, by number, and by its newer name") {
  CHECK(*FindSampleType(*kHeap, "alloc_space") == 1);
  CHECK(*FindSampleType(*kHeap, "0") == 0);
  CHECK(*FindSampleType(*kHeap, "+2") == 2);
  const ProfilePtr older = WithTypes({"objects", "space"});
  CHECK(*FindSampleType(*older, "inuse_space") == 1);
  CHECK(*FindSampleType(*older, "space") == 1);
}

TEST_CASE("What is not there is refused with what is") {
  const auto error = [](std::string_view wanted) {
    return FindSampleType(*kHeap, wanted).error().message;
  };
  const std::string all = "alloc_objects, alloc_space, inuse_objects, inuse_space";
  CHECK(error("space") == "sample_index \"space\" is none of the profile's sample types: " + all);
  CHECK(error("1x") == "sample_index \"1x\" is none of the profile's sample types: " + all);
  CHECK(error("4") == "sample_index 4 is outside the range 0 to 3 (" + all + ")");
  CHECK(error("-1") == "sample_index -1 is outside the range 0 to 3 (" + all + ")");
  CHECK(error("+-1") == "sample_index \"+-1\" is none of the profile's sample types: " + all);
  CHECK(FindSampleType(*WithTypes({}), "").error().message ==
        "the profile has no sample types, so it has no values to show");
}

}  // namespace
}  // namespace burnglass
