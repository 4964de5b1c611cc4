#include "analysis/changes.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <sstream>

#include "formats/load.h"
#include "profile/drawn_profile.h"
#include "profile/open.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

// How much of each sample's values goes to the first half: so many of so many parts.
struct Share {
  std::int64_t first = 0, all = 1;
};

// One half of a profile.
ProfilePtr Half(const Profile& profile, const std::vector<Share>& shares, bool first) {
  ProfileData half = profile.data();
  for (std::vector<std::int64_t>& column : half.values) {
    for (std::size_t i = 0; i < column.size(); ++i) {
      const std::int64_t part = column[i] / shares[i].all * shares[i].first;
      column[i] = first ? part : column[i] - part;
    }
  }
  return *FinishProfile(std::move(half));
}

// Nothing where it is none.
ProfilePtr OpenIfProfile(const std::string& path) {
  const std::string bytes = ReadFile(path);
  Result<ProfileData> loaded = LoadProfile(std::as_bytes(std::span(bytes)));
  if (!loaded) return nullptr;
  std::vector<ProfileData> data;
  data.push_back(loaded.Take());
  const Result<ProfilePtr> opened = OpenProfiles(std::move(data), {});
  return opened ? *opened : nullptr;
}

ProfilePtr Open(const std::string& path) {
  ProfilePtr profile = OpenIfProfile(path);
  REQUIRE(profile);
  return profile;
}

Changes Compare(const ProfilePtr& a, const ProfilePtr& b) {
  return *CompareCosts(*SelectStacks(a, {}), *SelectStacks(b, {}), {});
}

// Of each sample all or nothing.
std::vector<Share> SplitSamples(const Profile& profile, std::mt19937& random) {
  std::vector<Share> shares(profile.sample_count());
  for (Share& share : shares) share.first = static_cast<std::int64_t>(random() % 2);
  return shares;
}

// Each tick of the clock by itself; the first type counts them.
std::vector<Share> SplitTicks(const Profile& profile, std::mt19937& random) {
  std::vector<Share> shares;
  for (const std::int64_t ticks : profile.data().values[0]) {
    std::binomial_distribution<std::int64_t> half(ticks, 0.5);
    shares.push_back({ticks > 0 ? half(random) : 0, std::max<std::int64_t>(ticks, 1)});
  }
  return shares;
}

using Split = std::vector<Share> (*)(const Profile&, std::mt19937&);

bool HalvesDiffer(const ProfilePtr& whole, Split split, std::mt19937& random) {
  const std::vector<Share> shares = split(*whole, random);
  return Compare(Half(*whole, shares, true), Half(*whole, shares, false)).significant();
}

// pprof's files of the shared collection that are not too large for a test, those of `type` alone
// if it is not empty.
struct RealProfile {
  std::string path;
  ProfilePtr profile;
};
std::vector<RealProfile> RealProfiles(std::string_view type) {
  std::vector<RealProfile> profiles;
  std::istringstream index(ReadFile(SharedPath("profiles/INDEX.tsv")));
  for (std::string row; std::getline(index, row);) {
    std::istringstream cells(row);
    std::string path, bytes;
    std::getline(cells, path, '\t');
    for (int i = 0; i < 5; ++i) std::getline(cells, bytes, '\t');
    if (row.find("\tpprof\t") == std::string::npos || std::stol(bytes) > 100000) continue;
    const ProfilePtr profile = OpenIfProfile(SharedPath("profiles/" + path));
    if (!profile || profile->data().sample_types.empty() || profile->sample_count() < 20) continue;
    const std::string_view first = profile->text(profile->data().sample_types[0].type);
    if (type.empty() || first == type) profiles.push_back({path, profile});
  }
  return profiles;
}

void CheckHalves(const std::vector<RealProfile>& profiles, Split split) {
  std::mt19937 random(20261123);
  constexpr int kSplits = 200;
  int called = 0;
  std::string which;
  REQUIRE(profiles.size() > 10);
  for (int i = 0; i < kSplits; ++i) {
    const RealProfile& one = profiles[i % profiles.size()];
    if (!HalvesDiffer(one.profile, split, random)) continue;
    ++called, which += one.path + "\n";
  }
  INFO(which);
  CHECK(called * 100 <= kSplits);
}

TEST_CASE("Whole samples of one profile in two halves are as good as never a change") {
  CheckHalves(RealProfiles(""), SplitSamples);
}

TEST_CASE("Ticks of one profile in two halves are as good as never a change") {
  CheckHalves(RealProfiles("samples"), SplitTicks);
}

TEST_CASE("Neither are halves of the profiles that are recorded here") {
  std::mt19937 random(20261123);
  int called = 0, splits = 0;
  for (const char* file : {"cpu.pb.gz", "heap.pb.gz", "goroutine.pb.gz"}) {
    const ProfilePtr whole = Open(TestDataPath(std::string("go-real/") + file));
    for (int i = 0; i < 70; ++i, ++splits) {
      called += HalvesDiffer(whole, SplitSamples, random) ? 1 : 0;
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

TEST_CASE("A change of few stacks is none of chance where the others tell that ticks are alike") {
  const auto drawn = [](int changed) {
    std::vector<std::string> rows(3);
    const auto pad = [](std::string text) { return text.append(8 - text.size(), ' '); };
    for (int i = 0; i < 40; ++i) {
      rows[0] += pad("main");
      rows[1] += pad("f" + std::to_string(i));
      rows[2] += pad(std::to_string(i == 7 ? changed : 20 + (changed + i) % 5));
    }
    ProfileData data = DrawProfile({rows[0], rows[1], rows[2]})->data();
    data.sample_types[0].type = data.strings.Intern("samples");
    return *FinishProfile(std::move(data));
  };
  const Changes changes = Compare(drawn(20), drawn(90));
  CHECK(changes.significant());
  CHECK(changes.rows[0].function == "f7");
  CHECK(changes.rows[0].significant());
  CHECK(std::count_if(changes.rows.begin(), changes.rows.end(),
                      [](const Change& row) { return row.flat() != 0 && row.significant(); }) == 1);
  CHECK_FALSE(Compare(drawn(20), drawn(24)).significant());
}

}  // namespace
}  // namespace burnglass
