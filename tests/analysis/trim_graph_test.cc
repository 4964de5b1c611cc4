#include "analysis/trim_graph.h"

#include <map>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "analysis/graph_order.h"
#include "analysis/random_profile.h"
#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

constexpr TrimOptions kEverything = {};

// A graph with all that it is read by.
struct Built {
  Selection selection;
  FrameTable frames;
  TrimmedGraph trimmed;

  const Graph& graph() const { return trimmed.graph; }
};

Built Build(const ProfilePtr& profile, const TrimOptions& options, const Query& query = {}) {
  Result<Selection> selection = SelectStacks(profile, query);
  REQUIRE(selection.ok());
  FrameTable frames(*selection->profile, *selection->lines, FrameOptionsOf(query));
  TrimmedGraph trimmed = BuildTrimmedGraph(*selection, frames, options);
  return {selection.Take(), std::move(frames), std::move(trimmed)};
}

// flat, cum, name and mark in a line.
std::string Draw(const Built& built) {
  std::string drawing = "\n";
  for (const std::uint32_t number : built.graph().shown) {
    const GraphNode& node = built.graph().nodes[number];
    const char* const marks[] = {"", " (partial-inline)", " (inline)"};
    drawing += std::to_string(node.flat.sum) + " " + std::to_string(node.cum.sum) + " " +
               built.frames.PrintableName(node.info) +
               marks[static_cast<int>(built.graph().Inlined(node))] + "\n";
  }
  return drawing;
}

std::string Top(std::initializer_list<std::string> drawing,
                const TrimOptions& options = kEverything) {
  return Draw(Build(DrawProfile(drawing), options));
}

std::int64_t FlatSum(const Built& built) {
  std::int64_t sum = 0;
  for (const std::uint32_t node : built.graph().shown) sum += built.graph().nodes[node].flat.sum;
  return sum;
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
  CHECK(Top(drawing, {.by_cum = true}) == R"(
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
            {.by_cum = true}) == R"(
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
                            {.node_fraction = 0.02});
  CHECK(Draw(built) == R"(
960 960 a
20 20 b
0 1000 main
)");
  CHECK(built.trimmed.dropped_nodes == 2);
  CHECK(built.trimmed.before_count == 3);
  CHECK(FlatSum(built) == 980);
}

TEST_CASE("The fraction is of the flat, not of the total") {
  // The flat of all is 1: everything but what cancels out stays.
  const Built built = Build(DrawProfile({"a     b   ",  //
                                         "1000  -999"}),
                            {.node_fraction = 0.5});
  CHECK(Draw(built) == "\n1000 1000 a\n-999 -999 b\n");
  CHECK(built.trimmed.dropped_nodes == 0);
}

TEST_CASE("No more rows than wished for, and the flat of those is told") {
  const Built built = Build(DrawProfile({"main  main  main",  //
                                         "a     b     c   ",  //
                                         "5     3     2   "}),
                            {.node_count = 2});
  CHECK(Draw(built) == "\n5 5 a\n3 3 b\n");
  CHECK(built.trimmed.before_count == 4);
  CHECK(FlatSum(built) == 8);
}

TEST_CASE("When callers are not shown, calls go by them") {
  // Without the small one between them, main calls big inlined into whatever is not there.
  const std::initializer_list<std::string> drawing = {"main       main",  //
                                                      "small>big  x   ",  //
                                                      "1000       9000"};
  CHECK(Top(drawing, kEverything) == R"(
9000 9000 x
1000 1000 big (inline)
0 10000 main
0 1000 small
)");
  CHECK(Top(drawing, {.node_count = 3}) == R"(
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
  CHECK(Top(drawing, {.edge_fraction = 0.001}) ==
        "\n10000 10000 f (partial-inline)\n0 10 g\n0 10000 main\n");
  CHECK(Top(drawing, {.edge_fraction = 0.0011}) ==
        "\n10000 10000 f (inline)\n0 10 g\n0 10000 main\n");
}

// The same numbers, counted sample by sample with sets of names.
using Rows = std::map<std::string, std::pair<std::int64_t, std::int64_t>>;
Rows Naive(const Built& built) {
  Rows rows;
  const Profile& profile = *built.selection.profile;
  for (std::size_t sample = 0; sample < profile.sample_count(); ++sample) {
    std::vector<std::string> frames;
    for (const std::uint32_t location : profile.stack(sample)) {
      for (const std::uint32_t node : built.frames.of(location)) {
        frames.push_back(built.frames.PrintableName(node));
      }
    }
    const std::int64_t value = built.selection.values()[sample];
    if (!frames.empty()) rows[frames[0]].first += value;
    for (const auto& name : std::set<std::string>(frames.begin(), frames.end())) {
      rows[name].second += value;
    }
  }
  std::erase_if(rows, [](const auto& row) { return row.second == Rows::mapped_type(); });
  return rows;
}

TEST_CASE("Numbers are those of counting by hand, for random profiles") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 40)));
  const Built built = Build(RandomProfile(seed), kEverything);
  Rows rows;
  for (const std::uint32_t number : built.graph().shown) {
    const GraphNode& node = built.graph().nodes[number];
    rows[built.frames.PrintableName(node.info)] = {node.flat.sum, node.cum.sum};
  }
  CHECK(rows == Naive(built));
}

// Each shown node's calls, heaviest first: "main > a 5, b 3...".
std::string DrawCalls(const Built& built) {
  std::string drawing = "\n";
  for (const std::uint32_t number : built.graph().shown) {
    std::vector<std::uint32_t> out = built.graph().nodes[number].out;
    if (out.empty()) continue;
    SortEdges(built.graph(), built.frames, out);
    drawing += built.frames.PrintableName(built.graph().nodes[number].info) + " >";
    for (const std::uint32_t edge : out) {
      const GraphEdge& call = built.graph().edges[edge];
      drawing += " " + built.frames.PrintableName(built.graph().nodes[call.destination].info) +
                 " " + std::to_string(call.weight.sum) + (call.residual ? "..." : "");
    }
    drawing += "\n";
  }
  return drawing;
}

TEST_CASE("Calls count once for each stack, and go over what is left out") {
  const ProfilePtr profile = DrawProfile({"main  main  main",  //
                                          "a     a     b   ",  //
                                          "b     b     c   ",  //
                                          "a     c     -   ",  //
                                          "b     -     -   ",  //
                                          "5     3     2   "});
  CHECK(DrawCalls(Build(profile, kEverything)) == R"(
b > a 5 c 5
a > b 8
main > a 8 b 2
)");
  CHECK(DrawCalls(Build(profile, {.node_count = 2})) == "\nb > c 5\n");
  CHECK(DrawCalls(Build(profile, {.node_count = 2, .by_cum = true})) == "\nmain > b 10...\n");
}

TEST_CASE("A call tree has a node for each way") {
  const ProfilePtr profile = DrawProfile({"main  main  main",  //
                                          "a     b     b   ",  //
                                          "c     c     d   ",  //
                                          "5     3     2   "});
  CHECK(Draw(Build(profile, {.call_tree = true})) == R"(
5 5 c
3 3 c
2 2 d
0 5 a
0 5 b
0 10 main
)");
  CHECK(DrawCalls(Build(profile, {.node_fraction = 0.4, .call_tree = true})) ==
        "\na > c 5\nmain > a 5 b 5\n");
}

TEST_CASE("Filters leave what pprof's leave") {
  const ProfilePtr profile = DrawProfile({"main  main  main",  //
                                          "a     b     b>i ",  //
                                          "c     c     d   ",  //
                                          "5     3     2   "});
  const auto top = [&](const Query& query) { return Draw(Build(profile, kEverything, query)); };
  CHECK(top({.focus = "b"}) == "\n3 3 c\n2 2 d\n0 5 b\n0 2 i (inline)\n0 5 main\n");
  CHECK(top({.focus = "^d$"}) == "\n2 2 d\n0 2 b\n0 2 i (inline)\n0 2 main\n");
  CHECK(top({.ignore = "b"}) == "\n5 5 c\n0 5 a\n0 5 main\n");
  CHECK(top({.hide = "^(c|i)$"}) == "\n5 5 a\n3 5 b\n2 2 d\n0 10 main\n");
  CHECK(top({.show = "^(a|d)$"}) == "\n5 5 a\n2 2 d\n");
  CHECK(top({.show_from = "^b$"}) == "\n3 3 c\n2 2 d\n0 5 b\n0 2 i (inline)\n");
  CHECK(top({.prune_from = "^b$"}) == "\n5 5 b\n5 5 c\n0 5 a\n0 10 main\n");
  CHECK(top({.noinlines = true, .focus = "d"}) == "\n2 2 d\n0 2 b\n0 2 main\n");
}

TEST_CASE("A filter that is no pattern, or matches nothing, says so") {
  const ProfilePtr profile = DrawProfile({"main", "5"});
  CHECK(SelectStacks(profile, {.focus = "("}).error().message ==
        "the pattern of focus is not a regular expression: missing ): (");
  CHECK(SelectStacks(profile, {.hide = "x"})->warnings ==
        std::vector<std::string>{"hide matches nothing"});
  CHECK(SelectStacks(profile, {.divide_by = 0}).error().message ==
        "divide_by is 0; values cannot be divided by it");
}

}  // namespace
}  // namespace burnglass
