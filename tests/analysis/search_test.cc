#include "analysis/search.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "check_tree.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

//   root  30
//   main  30: run 20, gc 10
//   run   20: gc 12 (gc 12), hot 8
ProfilePtr Service() {
  return DrawProfile({
      "main  main  main                ",
      "run   run   gc                  ",
      "gc    hot   -                   ",
      "gc    -     -                   ",
      "12    8     10                  ",
  });
}

NameSet Match(const BuiltTree& built, std::string_view pattern) {
  const Result<NameSet> set = MatchNames(built.names, pattern);
  INFO(pattern);
  REQUIRE(set.ok());
  return *set;
}

std::vector<std::string> NamesIn(const BuiltTree& built, const NameSet& set) {
  std::vector<std::string> names;
  for (NameId name = 0; name < built.names.size(); ++name) {
    if (set.Has(name)) names.emplace_back(built.names.text(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

TEST_CASE("a pattern matches somewhere in a name") {
  const BuiltTree built = BuildChecked(Service());
  CHECK(NamesIn(built, Match(built, "n$")) == Names{"main", "run"});
  CHECK(NamesIn(built, Match(built, "^g|o")) == Names{"gc", "hot"});
  CHECK(NamesIn(built, Match(built, "(?i)MAIN")) == Names{"main"});
  CHECK(NamesIn(built, Match(built, "nothing")).empty());
}

TEST_CASE("the root is never a hit") {
  const BuiltTree built = BuildChecked(Service());
  CHECK(NamesIn(built, Match(built, "root")).empty());
  CHECK(NamesIn(built, Match(built, "")) == Names{"gc", "hot", "main", "run"});
}

TEST_CASE("what is no RE2 gets a sentence that names it and the fault") {
  const BuiltTree built = BuildChecked(Service());
  for (const std::string pattern : {"a(b", "[z-a]", "x**", "(?=look)", "\\", "a{2000}", "\xff"}) {
    const Result<NameSet> set = MatchNames(built.names, pattern);
    INFO(pattern);
    REQUIRE_FALSE(set.ok());
    CHECK(set.error().message.starts_with("\"" + pattern + "\" is not a regular expression"));
    CHECK(set.error().message.ends_with("."));
  }
}

TEST_CASE("a stack counts once, however many of its frames match") {
  const BuiltTree built = BuildChecked(Service());
  const SearchTotals gc = SumHits(built.tree, Match(built, "^gc$"));
  CHECK(gc.matched == 22);
  CHECK(gc.boxes == 3);
  CHECK(gc.names == 1);
  const SearchTotals all = SumHits(built.tree, Match(built, "."));
  CHECK(all.matched == 30);
  CHECK(all.boxes == 6);
  CHECK(all.names == 4);
  CHECK(SumHits(built.tree, Match(built, "nothing")).boxes == 0);
}

TEST_CASE("a row's names are the row and its addresses") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main           main           main    ",
      "0x1@libc.so    0x2@libc.so    0x3@z.so",
      "1              1              1       ",
  }));
  const NameId row = built.names.row(built.tree.name[2]);
  CHECK(NamesIn(built, NamesOfRow(built.names, row)) ==
        Names{"[libc.so]", "[libc.so] 0x1", "[libc.so] 0x2"});
  CHECK(SumHits(built.tree, NamesOfRow(built.names, row)).matched == 2);
}

TEST_CASE("stepping goes row by row, from left to right, and round") {
  const BuiltTree built = BuildChecked(Service());
  const NameSet set = Match(built, "^gc$");
  std::string order;
  std::uint32_t box = 0;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const Hit hit = NextHit(built.tree, set, box, false);
    CHECK(hit.of == 3);
    CHECK(hit.index == i % 3);
    box = hit.box;
    order += std::to_string(built.tree.depth[box]) + "@" + std::to_string(built.tree.x[box]) + " ";
  }
  CHECK(order == "2@20 3@0 4@0 2@20 ");
}

TEST_CASE("stepping back is stepping forth, backwards") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const BuiltTree built = BuildChecked(RandomProfile(seed));
    const NameSet set = Match(built, "a|b");
    const std::uint32_t count = SumHits(built.tree, set).boxes;
    if (count == 0) {
      CHECK(NextHit(built.tree, set, 0, false).box == 0);
      continue;
    }
    std::vector<std::uint32_t> forth, back;
    for (std::uint32_t i = 0, box = 0; i < count; ++i) {
      const Hit hit = NextHit(built.tree, set, box, false);
      REQUIRE(hit.index == i);
      forth.push_back(box = hit.box);
    }
    for (std::uint32_t i = 0, box = 0; i < count; ++i) {
      const Hit hit = NextHit(built.tree, set, box, true);
      REQUIRE(hit.index == count - 1 - i);
      back.push_back(box = hit.box);
    }
    std::reverse(back.begin(), back.end());
    REQUIRE(forth == back);
    std::vector<std::uint32_t> unique = forth;
    std::sort(unique.begin(), unique.end());
    REQUIRE(std::unique(unique.begin(), unique.end()) == unique.end());
    for (std::size_t i = 1; i < forth.size(); ++i) {
      const auto place = [&](std::uint32_t b) {
        return std::pair(built.tree.depth[b], built.tree.x[b]);
      };
      REQUIRE(place(forth[i - 1]) < place(forth[i]));
    }
  }
}

TEST_CASE("stepping from a box that is no hit goes to the nearest ones") {
  const BuiltTree built = BuildChecked(Service());
  const NameSet set = Match(built, "^gc$");
  std::uint32_t run = 0;
  while (built.names.text(built.tree.name[run]) != "run") ++run;
  const Hit next = NextHit(built.tree, set, run, false);
  CHECK(built.tree.x[next.box] == 20);
  CHECK(next.index == 0);
  const Hit before = NextHit(built.tree, set, run, true);
  CHECK(built.tree.depth[before.box] == 4);
  CHECK(before.index == 2);
}

TEST_CASE("narrow hits are told once for each cell of a row") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main main main main main",
      "big  hit1 hit2 hit3 hit4",
      "96   2    1    1    50  ",
  }));
  // From left to right: big 0..96, hit4 96..146, hit1 146..148, hit2 148..149, hit3 149..150.
  const auto places = [&](std::int64_t narrower_than, std::int64_t cell) {
    const NarrowHits hits = FindNarrowHits(built.tree, Match(built, "hit"), narrower_than, cell);
    CHECK(hits.depth == std::vector<std::uint32_t>(hits.x.size(), 2));
    return hits.x;
  };
  using Places = std::vector<std::int64_t>;
  CHECK(places(10, 1) == Places{146, 148, 149});
  CHECK(places(10, 2) == Places{146, 148});
  CHECK(places(10, 10) == Places{146});
  CHECK(places(2, 1) == Places{148, 149});
  CHECK(places(100, 1) == Places{96, 146, 148, 149});
  CHECK(places(1, 1).empty());
}

TEST_CASE("mangled names are found by what is shown and by what they are") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main                         _ZN7rocksdb6DBImpl5WriteEv",
      "1                            1                         ",
  }));
  CHECK(NamesIn(built, Match(built, "rocksdb::DBImpl::Write")).size() == 1);
  CHECK(NamesIn(built, Match(built, "DBImpl5Write")) == Names{"_ZN7rocksdb6DBImpl5WriteEv"});
}

}  // namespace
}  // namespace burnglass
