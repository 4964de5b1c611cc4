#include "profile/kind.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

// One sample whose leaf is `leaf`, with values of these types.
std::string KindOf(std::initializer_list<const char*> types, const char* leaf = "main.run",
                   const char* file = "", const char* period = "") {
  ProfileSketch sketch;
  sketch.AddSample({"main.main", leaf}, 1);
  ProfileData& data = sketch.data();
  data.sample_types.clear();
  for (const char* type : types) data.sample_types.push_back({data.strings.Intern(type), 0});
  data.values.assign(types.size(), {1});
  data.period_type.type = data.strings.Intern(period);
  return ProfileKind(*sketch.Finish(), file);
}

TEST_CASE("A profile's types tell its kind") {
  CHECK(KindOf({"samples", "cpu"}) == "cpu");
  CHECK(KindOf({"samples"}, "main.run", "", "cpu") == "cpu");
  CHECK(KindOf({"cpu-samples", "cpu-time"}) == "cpu");
  CHECK(KindOf({"alloc_objects", "alloc_space", "inuse_objects", "inuse_space"}) == "heap");
  CHECK(KindOf({"objects", "space"}) == "heap");
  CHECK(KindOf({"goroutine"}) == "goroutine");
  CHECK(KindOf({"goroutineleak"}) == "goroutineleak");
  CHECK(KindOf({"threadcreate"}) == "threadcreate");
}

TEST_CASE("A kind that is not known has its own name") {
  CHECK(KindOf({"samples", "wall"}) == "wall");
  CHECK(KindOf({""}) == "profile");
  CHECK(ProfileKind(**FinishProfile(ProfileData())) == "profile");
}

TEST_CASE("Who gives a lock back is blamed by mutex profiles, who waits by block profiles") {
  const auto contentions = {"contentions", "delay"};
  CHECK(KindOf(contentions, "sync.(*Mutex).Unlock") == "mutex");
  CHECK(KindOf(contentions, "sync.(*RWMutex).RUnlock") == "mutex");
  CHECK(KindOf(contentions, "runtime.unlock") == "mutex");
  CHECK(KindOf(contentions, "runtime._LostContendedRuntimeLock") == "mutex");
  CHECK(KindOf(contentions, "sync.(*Mutex).Lock") == "block");
  CHECK(KindOf(contentions, "runtime.selectgo") == "block");
  // What the frames tell counts more than the name of the file.
  CHECK(KindOf(contentions, "runtime.selectgo", "mutex.pb.gz") == "block");
}

TEST_CASE("Without names the file's name is a hint, its folder is not") {
  const auto contentions = {"contentions", "delay"};
  CHECK(KindOf(contentions, "0x10", "a/mutex.pb.gz") == "mutex");
  CHECK(KindOf(contentions, "0x10", "block.debug1.txt") == "block");
  CHECK(KindOf(contentions, "0x10", "mutex/profile") == "contention");
  CHECK(KindOf(contentions, "?", "") == "contention");
}

}  // namespace
}  // namespace burnglass
