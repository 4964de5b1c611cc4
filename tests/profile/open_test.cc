#include "profile/open.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

ProfileData Data(std::initializer_list<std::string> drawing) {
  return std::move(SketchProfile(drawing).data());
}

std::string Opened(std::vector<ProfileData> loaded, const OpenOptions& options = {}) {
  const Result<ProfilePtr> profile = OpenProfiles(std::move(loaded), options);
  return profile ? ListSamples((*profile)->data()) : profile.error().message;
}

TEST_CASE("Several profiles become one") {
  CHECK(Opened({Data({"main", "1"}), Data({"main", "2"})}) == "\nmain 3\n");
}

TEST_CASE("Names are demangled, unless they are to stay") {
  CHECK(Opened({Data({"_ZN3app3runEv", "1"})}) == "\napp::run 1\n");
  CHECK(Opened({Data({"_ZN3app3runEv", "1"})}, {.demangle = {.style = Demangling::kNone}}) ==
        "\n_ZN3app3runEv 1\n");
}

TEST_CASE("Frames are dropped by their demangled names") {
  ProfileData data = Data({"main", "_ZN3app5allocEv", "1"});
  data.drop_frames = data.strings.Intern("app::alloc");
  CHECK(Opened({data}) == "\nmain 1\n");
  CHECK(Opened({data}, {.demangle = {.style = Demangling::kNone}}) == "\nmain _ZN3app5allocEv 1\n");
}

TEST_CASE("Which of several profiles is malformed is told") {
  ProfileData bad = Data({"main", "1"});
  bad.functions[0].id = 0;
  CHECK(Opened({bad}) == "the profile is malformed: a function has the reserved id 0");
  CHECK(Opened({Data({"main", "1"}), bad}) ==
        "profile 2: the profile is malformed: a function has the reserved id 0");
}

}  // namespace
}  // namespace burnglass
