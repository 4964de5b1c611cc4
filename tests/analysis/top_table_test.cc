#include "analysis/top_table.h"

#include <map>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "analysis/random_profile.h"
#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

constexpr TopOptions kEverything = {.node_fraction = 0, .edge_fraction = 0};

// A table with all that it is read by.
struct Built {
  Selection selection;
  FrameNodes nodes;
  TopTable table;
};

Built Build(const ProfilePtr& profile, const TopOptions& options) {
  Result<Selection> selection = Select(profile, {});
  REQUIRE(selection.ok());
  Built built{selection.Take(), BuildFrameNodes(*profile), {}};
  built.table = BuildTopTable(built.selection, built.nodes, options);
  return built;
}

// flat, cum, name and mark in a line.
std::string Draw(const Built& built) {
  std::string drawing = "\n";
  for (const TopRow& row : built.table.rows) {
    const char* const marks[] = {"", " (partial-inline)", " (inline)"};
    drawing += std::to_string(row.flat) + " " + std::to_string(row.cum) + " " +
               PrintableName(*built.selection.profile, built.nodes.nodes[row.node]) +
               marks[static_cast<int>(row.inlined)] + "\n";
  }
  return drawing;
}

std::string Top(std::initializer_list<std::string> drawing,
                const TopOptions& options = kEverything) {
  return Draw(Build(DrawProfile(drawing), options));
}

TEST_CASE("The leaf has the flat, everyone above has the cum") {
  CHECK(Top({"main  main  main",  //
             "run   run   idle",  //
             "gc    -     -   ",  //
             "5     3     2   "}) == R"(
5 5 gc
3 8 run
2 2 idle
0 10 main
)");
}

TEST_CASE("A function that is in a stack more than once counts once") {
  CHECK(Top({"main", "f", "f", "g", "f", "5"}) == R"(
5 5 f
0 5 g
0 5 main
)");
}

TEST_CASE("Rows of equal flat go by name, then by cum; by cum, by name") {
  const std::initializer_list<std::string> drawing = {"z  main  main  main",  //
                                                      "a  b     c     -   ",  //
                                                      "2  2     2     -9  "};
  CHECK(Top(drawing) == R"(
-9 -5 main
2 2 a
2 2 b
2 2 c
0 2 z
)");
  CHECK(Top(drawing, {.order = TopOrder::kCum, .node_fraction = 0, .edge_fraction = 0}) == R"(
-9 -5 main
2 2 a
2 2 b
2 2 c
0 2 z
)");
}

TEST_CASE("By cum, callers come before what they call") {
  CHECK(Top({"main  main",  //
             "run   idle",  //
             "5     3   "},
            {.order = TopOrder::kCum, .node_fraction = 0, .edge_fraction = 0}) == R"(
0 8 main
5 5 run
3 3 idle
)");
}

TEST_CASE("What cancels out is no row, and samples without a stack are in none") {
  CHECK(Top({"main  main  -",  //
             "run   run   -",  //
             "5     -5    7"}) == "\n");
  CHECK(Top({"main  main  main",  //
             "run   run   -   ",  //
             "5     -5    7   "}) == "\n7 7 main\n");
}

TEST_CASE("Functions without a name are known by their binary, addresses with them") {
  CHECK(Top({"main         main            main   ?@/bin/app",
             "0x1@/bin/app 0x2@/bin/app    0x3    0x4      ",
             "1            2               4      8        "}) == R"(
12 12 <unknown>
3 11 [app]
0 7 main
)");
}

TEST_CASE("A function is marked by how it is called") {
  CHECK(Top({"main>f  main>g  main>h  main",  //
             "-       k       -       h   ",  //
             "-       g       -       -   ",  //
             "8       4       2       1   "}) == R"(
8 8 f (inline)
4 4 g (partial-inline)
3 3 h
0 4 k
0 15 main
)");
}

TEST_CASE("A function calling itself inlined is not marked by that") {
  CHECK(Top({"main", "f>f", "5"}) == "\n5 5 f\n0 5 main\n");
}

TEST_CASE("Functions below the fraction of all flat are dropped") {
  const Built built = Build(DrawProfile({"main  main  main  main",  //
                                         "a     b     c     d   ",  //
                                         "960   20    19    1   "}),
                            {.node_fraction = 0.02, .edge_fraction = 0});
  CHECK(Draw(built) == R"(
960 960 a
20 20 b
0 1000 main
)");
  CHECK(built.table.dropped == 2);
  CHECK(built.table.before_count == 3);
  CHECK(built.table.flat_sum == 980);
}

TEST_CASE("The fraction is of the flat, not of the total") {
  // The flat of all is 1: everything but what cancels out stays.
  const Built built = Build(DrawProfile({"a     b   ",  //
                                         "1000  -999"}),
                            {.node_fraction = 0.5, .edge_fraction = 0});
  CHECK(Draw(built) == "\n1000 1000 a\n-999 -999 b\n");
  CHECK(built.table.dropped == 0);
}

TEST_CASE("No more rows than wished for, and the flat of those is told") {
  const Built built = Build(DrawProfile({"main  main  main",  //
                                         "a     b     c   ",  //
                                         "5     3     2   "}),
                            {.node_count = 2, .node_fraction = 0, .edge_fraction = 0});
  CHECK(Draw(built) == "\n5 5 a\n3 3 b\n");
  CHECK(built.table.before_count == 4);
  CHECK(built.table.flat_sum == 8);
}

TEST_CASE("When callers are not shown, calls go by them") {
  // Without the small one between them, main calls big inlined into whatever is not there.
  const std::initializer_list<std::string> drawing = {"main       main",  //
                                                      "small>big  x   ",  //
                                                      "1000       9000"};
  CHECK(Top(drawing, {.node_fraction = 0, .edge_fraction = 0}) == R"(
9000 9000 x
1000 1000 big (inline)
0 10000 main
0 1000 small
)");
  CHECK(Top(drawing, {.node_count = 3, .node_fraction = 0, .edge_fraction = 0}) == R"(
9000 9000 x
1000 1000 big (inline)
0 10000 main
)");
}

TEST_CASE("Calls below their fraction do not mark") {
  const std::initializer_list<std::string> drawing = {"main>f  main",  //
                                                      "-       g   ",  //
                                                      "-       f   ",  //
                                                      "9990    10  "};
  CHECK(Top(drawing, {.node_fraction = 0, .edge_fraction = 0.001}) ==
        "\n10000 10000 f (partial-inline)\n0 10 g\n0 10000 main\n");
  CHECK(Top(drawing, {.node_fraction = 0, .edge_fraction = 0.0011}) ==
        "\n10000 10000 f (inline)\n0 10 g\n0 10000 main\n");
}

// The same numbers, counted sample by sample with sets of names.
std::map<std::string, std::pair<std::int64_t, std::int64_t>> Naive(const Built& built) {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> rows;
  const Profile& profile = *built.selection.profile;
  for (std::size_t sample = 0; sample < profile.sample_count(); ++sample) {
    std::vector<std::string> frames;
    for (const std::uint32_t location : profile.stack(sample)) {
      for (const std::uint32_t node : built.nodes.of(location)) {
        frames.push_back(PrintableName(profile, built.nodes.nodes[node]));
      }
    }
    const std::int64_t value = built.selection.values()[sample];
    if (!frames.empty()) rows[frames[0]].first += value;
    for (const auto& name : std::set<std::string>(frames.begin(), frames.end())) {
      rows[name].second += value;
    }
  }
  std::erase_if(
      rows, [](const auto& row) { return row.second == std::pair<std::int64_t, std::int64_t>(); });
  return rows;
}

TEST_CASE("Numbers are those of counting by hand, for random profiles") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 40)));
  const Built built = Build(RandomProfile(seed), kEverything);
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> rows;
  for (const TopRow& row : built.table.rows) {
    const auto [flat, cum] = std::pair(row.flat, row.cum);
    rows[PrintableName(*built.selection.profile, built.nodes.nodes[row.node])] = {flat, cum};
  }
  CHECK(rows == Naive(built));
}

}  // namespace
}  // namespace burnglass
