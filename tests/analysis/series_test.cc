#include "analysis/series.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

constexpr std::int64_t kHour = 3'600'000'000'000;

// A program of four functions of its own at an hour of the day: `kept` is held by store.Put, which
// strings.Repeat makes for it, and by the cache, which makes the same by the same helper.
ProfilePtr At(int hour, int put, int cache, int wave) {
  ProfileSketch sketch = SketchProfile({
      "runtime.main         runtime.main          runtime.main    runtime.main",
      "main.main            main.main             main.main       main.main",
      "shop.eu/app/db.Put   shop.eu/app/lru.Add   shop.eu/app.Go  shop.eu/app.Keep",
      "shop.eu/app/b.Copy   shop.eu/app/b.Copy    -               -",
      "strings.Repeat       strings.Repeat        -               -",
      std::to_string(put) + " " + std::to_string(cache) + " " + std::to_string(wave) + " 900",
  });
  sketch.data().time_nanos = kHour * (1000 + hour);
  ProfileData& data = sketch.data();
  data.sample_types[0] = {data.strings.Intern("inuse_space"), data.strings.Intern("bytes")};
  data.period_type = {data.strings.Intern("space"), data.strings.Intern("bytes")};
  return sketch.Finish();
}

Series Grown(SeriesBy by) {
  SeriesBuilder builder("heap", {.by = by});
  const int waves[] = {50, 400, 90, 300, 20, 350, 60, 200};
  for (const int i : {3, 0, 1, 2, 7, 4, 5, 6}) {  // as files may come
    REQUIRE(builder.Add("heap." + std::to_string(i), *At(i, 100 + 70 * i, 100, waves[i])).ok());
  }
  return builder.Finish();
}

TEST_CASE("A series is in the order of its times, and what only grows comes first") {
  const Series series = Grown(SeriesBy::kFunction);
  REQUIRE(series.rows.size() == 4);
  CHECK(series.names.front() == "heap.0");
  CHECK(series.names.back() == "heap.7");
  CHECK(series.timed);
  CHECK(series.times[1] - series.times[0] == kHour);
  // b.Copy makes both, but what grows comes from db.Put only.
  CHECK(series.rows[0].function == "shop.eu/app/db.Put");
  CHECK(series.rows[0].trend.verdict == Verdict::kOnlyGrows);
  CHECK(series.rows[0].trend.slope > 69.9);
  CHECK(series.rows[0].trend.slope < 70.1);
  CHECK(series.rows[0].counts == std::vector<std::int64_t>{100, 170, 240, 310, 380, 450, 520, 590});
  CHECK(series.rows[0].stack.front() == "strings.Repeat");
  const auto row = [&](std::string_view name) {
    return *std::find_if(series.rows.begin(), series.rows.end(),
                         [&](const SeriesRow& one) { return one.function == name; });
  };
  CHECK(row("shop.eu/app.Keep").trend.verdict == Verdict::kStable);
  CHECK(row("shop.eu/app.Go").trend.verdict == Verdict::kUpAndDown);
  CHECK(row("shop.eu/app/b.Copy").trend.verdict == Verdict::kStable);
}

TEST_CASE("A row for each stack has only its own numbers") {
  const Series series = Grown(SeriesBy::kStack);
  CHECK(series.rows.size() == 4);
  CHECK(series.rows[0].stack.size() == 5);
  CHECK(series.rows[0].counts.back() == 590);
}

TEST_CASE("What counts from the beginning of a program is taken apart") {
  SeriesBuilder builder("heap");
  int sum = 0;
  for (int i = 0; i < 8; ++i) {
    sum += i < 4 ? 10 : 90;
    ProfileSketch sketch = SketchProfile({"main.main", "main.work", std::to_string(sum)});
    ProfileData& data = sketch.data();
    data.sample_types[0] = {data.strings.Intern("alloc_space"), data.strings.Intern("bytes")};
    data.time_nanos = kHour * (i + 1);
    REQUIRE(builder.Add("a", *sketch.Finish()).ok());
  }
  const Series series = builder.Finish();
  CHECK(series.differences);
  CHECK(series.rows[0].counts == std::vector<std::int64_t>{10, 10, 10, 10, 90, 90, 90, 90});
  CHECK(series.rows[0].trend.verdict == Verdict::kStep);
  CHECK(series.rows[0].trend.at == 4);
}

}  // namespace
}  // namespace burnglass
