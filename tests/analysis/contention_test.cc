#include "analysis/contention.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

// The drawn values are delays; each column was waited for twice.
ProfilePtr Drawn(std::initializer_list<std::string> rows) {
  ProfileSketch sketch = SketchProfile(rows);
  ProfileData& data = sketch.data();
  data.sample_types = {{data.strings.Intern("contentions"), data.strings.Intern("count")},
                       {data.strings.Intern("delay"), data.strings.Intern("nanoseconds")}};
  data.values.insert(data.values.begin(), std::vector<std::int64_t>(data.values[0].size(), 2));
  return sketch.Finish();
}

TEST_CASE("Who makes wait comes first, and idle waiting stands apart") {
  const ProfilePtr block = Drawn({
      "runtime.main         runtime.goexit       runtime.goexit",
      "main.main            shop.eu/p.Work       main.serve",
      "shop.eu/s.(*S).Get   runtime.chanrecv2    shop.eu/s.(*S).unlock",
      "sync.(*Mutex).Lock   -                    sync.(*Mutex).Unlock",
      "300                  9000                 5",
  });
  const ProfilePtr mutex = Drawn({
      "main.main               main.main",
      "shop.eu/s.(*S).Save     shop.eu/s.(*S).Get",
      "shop.eu/s.(*S).unlock   sync.(*Mutex).Unlock",
      "sync.(*Mutex).Unlock    -",
      "250                     10",
  });
  const std::vector<ContentionSource> sources = {{block, "block.pb.gz"}, {mutex, "mutex.pb.gz"}};
  const Contention found = *FindContention(sources);
  CHECK(found.has_block);
  CHECK(found.has_mutex);
  REQUIRE(found.rows.size() == 5);
  // What only unlocks stands for who called it.
  CHECK(found.rows[0].function == "shop.eu/s.(*S).Save");
  CHECK(found.rows[0].makes_wait);
  CHECK(found.rows[0].delay_ns == 250);
  CHECK(found.rows[0].count == 2);
  CHECK(found.rows[0].mean_ns() == 125);
  CHECK(found.rows[1].function == "shop.eu/s.(*S).Get");
  CHECK(found.rows[2].function == "shop.eu/s.(*S).Get");
  CHECK_FALSE(found.rows[2].makes_wait);
  CHECK_FALSE(found.rows[2].idle);
  CHECK(found.rows[4].function == "shop.eu/p.Work");
  CHECK(found.rows[4].idle);
  CHECK(found.rows[4].kind == "channel receive");
}

TEST_CASE("A profile that counts no contentions is refused by its name") {
  const std::vector<ContentionSource> sources = {{DrawProfile({"main.main", "1"}), "cpu.pb.gz"}};
  const auto found = FindContention(sources);
  REQUIRE_FALSE(found.ok());
  CHECK(found.error().message.starts_with("cpu.pb.gz: it is no block or mutex profile"));
}

}  // namespace
}  // namespace burnglass
