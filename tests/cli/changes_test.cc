#include "analysis/changes.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "formats/load.h"
#include "profile/drawn_profile.h"
#include "profile/open.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

// The samples for which `chosen` is true.
ProfilePtr Part(const Profile& profile, const std::vector<bool>& chosen) {
  const ProfileData& all = profile.data();
  ProfileData part = all;
  part.tree.reset(), part.labels.clear(), part.label_ends.clear();
  for (auto& column : part.values) column.clear();
  for (std::size_t i = 0; i < all.sample_count(); ++i) {
    if (!chosen[i]) continue;
    AppendStack(all, i, part.stacks);
    part.stack_ends.push_back(static_cast<std::uint32_t>(part.stacks.size()));
    part.label_ends.push_back(0);
    for (std::size_t type = 0; type < all.values.size(); ++type) {
      part.values[type].push_back(all.values[type][i]);
    }
  }
  return *FinishProfile(std::move(part));
}

ProfilePtr Open(const std::string& path) {
  const std::string bytes = ReadFile(path);
  std::vector<ProfileData> data;
  data.push_back(*LoadProfile(std::as_bytes(std::span(bytes))));
  return *OpenProfiles(std::move(data), {});
}

Changes Compare(const ProfilePtr& a, const ProfilePtr& b) {
  return *CompareCosts(*SelectStacks(a, {}), *SelectStacks(b, {}), {});
}

TEST_CASE("Halves of one profile are as good as never a change") {
  std::mt19937 random(20261123);
  int called = 0, splits = 0;
  for (const char* file : {"cpu.pb.gz", "heap.pb.gz", "goroutine.pb.gz"}) {
    const ProfilePtr whole = Open(TestDataPath(std::string("go-real/") + file));
    const std::size_t samples = whole->data().sample_count();
    for (int i = 0; i < 70; ++i, ++splits) {
      std::vector<bool> first(samples), second(samples);
      for (std::size_t sample = 0; sample < samples; ++sample) {
        first[sample] = random() % 2 != 0;
        second[sample] = !first[sample];
      }
      called += Compare(Part(*whole, first), Part(*whole, second)).significant() ? 1 : 0;
    }
  }
  CHECK(called * 100 <= splits);
}

TEST_CASE("What grew in many stacks is beyond chance, and its size is within its bounds") {
  const ProfilePtr a = Open(SharedPath("conformance/go-real/before/cpu.pb.gz"));
  const ProfilePtr b = Open(SharedPath("conformance/go-real/after/cpu.pb.gz"));
  const Changes same = Compare(a, a);
  CHECK_FALSE(same.significant());
  const Changes changes = Compare(a, b);
  for (const Change& row : changes.rows) {
    CHECK(row.flat_noise >= 0);
    CHECK(row.cum_noise >= row.flat_noise);
  }
}

TEST_CASE("A change of one stack may be chance, one of fifty is none") {
  const auto drawn = [](int stacks, int value) {
    std::vector<std::string> rows(3);
    const auto pad = [](std::string text) { return text.append(8 - text.size(), ' '); };
    for (int i = 0; i < stacks; ++i) {
      rows[0] += pad("main");
      rows[1] += pad("f" + std::to_string(i));
      rows[2] += pad(std::to_string(value));
    }
    return DrawProfile({rows[0], rows[1], rows[2]});
  };
  const Changes many = Compare(drawn(50, 3), drawn(50, 10));
  CHECK(many.significant());
  const auto main = std::find_if(many.rows.begin(), many.rows.end(),
                                 [](const Change& row) { return row.function == "main"; });
  REQUIRE(main != many.rows.end());
  CHECK(main->significant());
  CHECK(main->cum() == 350);
  CHECK_FALSE(Compare(drawn(1, 3), drawn(1, 10)).significant());
}

}  // namespace
}  // namespace burnglass
