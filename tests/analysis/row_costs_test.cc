#include "analysis/row_costs.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "analysis/trim_graph.h"
#include "check_tree.h"
#include "profile/drawn_profile.h"
#include "random_profile.h"

namespace burnglass {
namespace {

std::string Draw(const BuiltTree& built, const RowCost& cost) {
  const char* const marks[] = {"", " (partial)", " (inline)"};
  return std::string(built.names.text(cost.row)) + " " + std::to_string(cost.flat) + " " +
         std::to_string(cost.cum) + " x" + std::to_string(cost.boxes) +
         marks[static_cast<int>(cost.inlined)] + "\n";
}

std::string Draw(const BuiltTree& built, const std::vector<RowCost>& rows) {
  std::string drawing = "\n";
  for (const RowCost& row : rows) drawing += Draw(built, row);
  return drawing;
}

std::string Draw(const BuiltTree& built, const std::vector<Neighbour>& neighbours) {
  std::string drawing;
  for (const Neighbour& neighbour : neighbours) {
    drawing +=
        std::string(built.names.text(neighbour.row)) + " " + std::to_string(neighbour.cum) + " ";
  }
  return drawing;
}

TEST_CASE("rows in pprof's order: flat, then name; a recursive function counts once") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main  main  main",
      "f     f     b   ",
      "f     a     -   ",
      "3     2     2   ",
  }));
  CHECK(Draw(built, SumRows(built.tree, built.names)) == R"(
f 3 5 x2
a 2 2 x1
b 2 2 x1
main 0 7 x1
)");
}

TEST_CASE("a row is inlined by how others call it") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main>f  main>g  main>h  main",
      "-       k       -       h   ",
      "-       g       -       -   ",
      "8       4       2       1   ",
  }));
  // g is called inlined by main and not inlined by k; h both ways by main alone, which is one call.
  CHECK(Draw(built, SumRows(built.tree, built.names)) == R"(
f 8 8 x1 (inline)
g 4 4 x2 (partial)
h 3 3 x1
k 0 4 x1
main 0 15 x1
)");
}

TEST_CASE("addresses are counted in the row of their binary") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main      main      main",
      "0x1@libc  0x2@libc  0x3 ",
      "0x2@libc  -         -   ",
      "4         2         1   ",
  }));
  CHECK(Draw(built, SumRows(built.tree, built.names)) == R"(
[libc] 6 6 x3
<unknown> 1 1 x1
main 0 7 x1
)");
}

TEST_CASE("rows whose values cancel are no rows") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main  main",
      "a     a   ",
      "3     -3  ",
  }));
  CHECK(SumRows(built.tree, built.names).empty());
}

TEST_CASE("rows are those of pprof -top without trimming") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const BuiltTree built = BuildChecked(RandomProfile(seed));
    const Selection selection = *SelectStacks(built.selection.profile, {});
    const Graph top = BuildTrimmedGraph(selection, built.names.nodes(), {}).graph;
    const std::vector<RowCost> rows = SumRows(built.tree, built.names);
    REQUIRE(rows.size() == top.shown.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      INFO("row " << i << " " << built.names.text(rows[i].row));
      const GraphNode& node = top.nodes[top.shown[i]];
      REQUIRE(rows[i].row == node.info + 1);
      REQUIRE(rows[i].flat == node.flat.sum);
      REQUIRE(rows[i].cum == node.cum.sum);
      REQUIRE(rows[i].inlined == top.Inlined(node));
    }
  }
}

TEST_CASE("flat of a row is flat of its boxes") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const BuiltTree built = BuildChecked(RandomProfile(seed));
    std::map<NameId, std::pair<std::int64_t, std::uint32_t>> of_boxes;
    for (std::uint32_t box = 1; box < built.tree.size(); ++box) {
      auto& [flat, boxes] = of_boxes[built.names.row(built.tree.name[box])];
      flat += built.tree.flat[box];
      ++boxes;
    }
    for (const RowCost& row : SumRows(built.tree, built.names)) {
      REQUIRE(std::pair(row.flat, row.boxes) == of_boxes[row.row]);
    }
  }
}

TEST_CASE("a row among its callers and callees, each stack once") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main  main  main  f",
      "a     b     a     g",
      "f     f     -     -",
      "f     h     -     -",
      "g     -     -     -",
      "f     -     -     -",
      "8     4     2     1",
  }));
  const NameId f = built.tree.name[3];
  REQUIRE(built.names.text(f) == "f");
  const RowPeek peek = PeekRow(built.tree, built.names, f);
  CHECK(Draw(built, peek.cost) == "f 8 13 x5\n");
  // f calls itself and is called back by g: itself is no neighbour, g is one on both sides.
  CHECK(Draw(built, peek.callers) == "a 8 g 8 b 4 ");
  CHECK(Draw(built, peek.callees) == "g 9 h 4 ");
}

TEST_CASE("an address may be asked for alone") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main      main      main    ",
      "0x1@libc  0x2@libc  0x2@libc",
      "0x2@libc  -         -       ",
      "4         2         1       ",
  }));
  NameId address = 1;
  while (built.names.text(address) != "[libc] 0x2") ++address;
  const RowPeek peek = PeekRow(built.tree, built.names, address);
  CHECK(Draw(built, peek.cost) == "[libc] 0x2 7 7 x2\n");
  CHECK(Draw(built, peek.callers) == "[libc] 4 main 3 ");
}

TEST_CASE("the root calls where stacks begin") {
  const BuiltTree built = BuildChecked(DrawProfile({
      "main  init  main  -",
      "init  -     -     -",
      "8     4     2     1",
  }));
  const RowPeek peek = PeekRow(built.tree, built.names, kRootName);
  CHECK(Draw(built, peek.cost) == "root 1 15 x1\n");
  CHECK(peek.callers.empty());
  CHECK(Draw(built, peek.callees) == "main 10 init 4 ");
}

// The calls of each stack, each once, straight from the samples.
std::map<std::pair<NameId, NameId>, std::int64_t> CallsOf(const BuiltTree& built) {
  std::map<std::pair<NameId, NameId>, std::int64_t> calls;
  for (std::size_t i = 0; i < built.selection.values().size(); ++i) {
    std::set<std::pair<NameId, NameId>> seen;
    NameId caller = kRootName;
    const auto stack = built.selection.profile->stack(i);
    for (auto location = stack.rbegin(); location != stack.rend(); ++location) {
      for (const NameId name : built.names.frames().of(*location)) {
        const NameId row = built.names.row(name);
        if (caller != kRootName && caller != row) seen.insert({caller, row});
        caller = row;
      }
    }
    for (const auto& call : seen) calls[call] += built.selection.values()[i];
  }
  std::erase_if(calls, [](const auto& call) { return call.second == 0; });
  return calls;
}

TEST_CASE("neighbours are the calls of the samples") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    const BuiltTree built = BuildChecked(RandomProfile(seed));
    std::map<std::pair<NameId, NameId>, std::int64_t> called, calling;
    for (NameId row = 1; row < built.names.size(); ++row) {
      if (built.names.row(row) != row) continue;
      const RowPeek peek = PeekRow(built.tree, built.names, row);
      for (const auto& [caller, cum] : peek.callers) called[{caller, row}] = cum;
      for (const auto& [callee, cum] : peek.callees) calling[{row, callee}] = cum;
    }
    REQUIRE(called == CallsOf(built));
    REQUIRE(calling == called);
  }
}

}  // namespace
}  // namespace burnglass
