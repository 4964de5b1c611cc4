// A redacted profile has the same trees and tables as before, but for the names.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "analysis/check_tree.h"
#include "analysis/random_profile.h"
#include "profile/redact.h"

namespace burnglass {
namespace {

// Which name became which: functions keep their places, binaries are told by who stands where.
using NameMap = std::map<std::string, std::string, std::less<>>;

NameMap MapNames(const NameTable& before, const NameTable& after) {
  NameMap map;
  REQUIRE(before.frames().frames.size() == after.frames().frames.size());
  for (std::size_t i = 0; i < before.frames().frames.size(); ++i) {
    const NameId a = before.frames().frames[i], b = after.frames().frames[i];
    const std::string name(before.shown(a)), row(before.shown(before.row(a)));
    CHECK(map.try_emplace(name, after.shown(b)).first->second == after.shown(b));
    CHECK(map.try_emplace(row, after.shown(after.row(b))).first->second ==
          after.shown(after.row(b)));
  }
  return map;
}

using Box = std::tuple<std::string, std::int64_t, std::int64_t, bool>;

// Every box by the way to it.
std::vector<Box> Boxes(const BuiltTree& built, const NameMap* map) {
  std::vector<Box> boxes;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < built.tree.size(); ++i) {
    std::string name(built.names.shown(built.tree.name[i]));
    if (map && i > 0) name = map->find(name)->second;
    paths.push_back(i == 0 ? "" : paths[built.tree.parent[i]] + "\n" + name);
    boxes.emplace_back(paths[i], built.tree.cum[i], built.tree.flat[i], built.tree.inlined[i]);
  }
  std::sort(boxes.begin(), boxes.end());
  return boxes;
}

TEST_CASE("The tree of a redacted profile is the same by its map of names") {
  const auto seed = GENERATE(range(0u, 40u));
  const ProfilePtr profile = RandomProfile(seed);
  const BuiltTree before = BuildChecked(profile);
  Redacted redacted = RedactProfile(*profile, {.keep = {}, .key = {seed, 7}});
  const ProfilePtr hidden = FinishProfile(std::move(redacted.data)).Take();
  const BuiltTree after = BuildChecked(hidden);
  CHECK(after.tree.total == before.tree.total);
  CHECK(after.tree.deepest == before.tree.deepest);
  const NameMap map = MapNames(before.names, after.names);
  std::map<std::string, int> targets;
  for (const auto& [from, to] : map) ++targets[to];
  CHECK(targets.size() == map.size());
  CHECK(Boxes(after, nullptr) == Boxes(before, &map));
}

}  // namespace
}  // namespace burnglass
