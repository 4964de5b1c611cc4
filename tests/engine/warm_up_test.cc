#include "engine/warm_up.h"

#include "engine_driver.h"
#include "plain_profile.h"

namespace burnglass {
namespace {

int StepsOf(WarmUp& warm_up) {
  int steps = 1;
  while (warm_up.Step()) REQUIRE(++steps < 10'000);
  return steps;
}

TEST_CASE("warming up goes through a profile many times, a part at a time, and ends") {
  WarmUp warm_up(BytesOf(PlainProfile({{"main.main", 3}, {"runtime.mallocgc", 4}})));
  // Begun, decoded, named, asked: forty times at least.
  CHECK(StepsOf(warm_up) >= 160);
}

TEST_CASE("warming up with what is no profile ends, and that is all") {
  WarmUp text(BytesOf("This is no profile at all, but a line of text that goes on and on."));
  CHECK(StepsOf(text) < 10);
  WarmUp packed(BytesOf(Recorded("cpu.pb.gz")));  // a second time, then
  CHECK(StepsOf(packed) < 10);
  WarmUp nothing({});
  CHECK(StepsOf(nothing) < 10);
}

}  // namespace
}  // namespace burnglass
