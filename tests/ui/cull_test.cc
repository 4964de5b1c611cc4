// Which boxes are seen, where, and what is written in them: numbers only.
#include <catch2/catch_test_macros.hpp>

#include "session/names.h"
#include "support/viewer/fake_engine.h"
#include "ui/flame_cull.h"
#include "ui/flame_labels.h"
#include "ui/flame_text.h"
#include "ui/minimap.h"

namespace burnglass::ui {
namespace {

struct Graph {
  explicit Graph(std::string_view stacks) : engine(stacks), flame(Read()) {}

  Flame Read() {
    pb::Header header;
    header.mutable_flame_question();
    Result<HeldMessage> held =
        HeldMessage::Take(engine.Answer(MessageWriter(std::move(header)).Finish()));
    REQUIRE(held);
    Result<Flame> read = Flame::Read(held.Take(), 1'000'000);
    REQUIRE(read);
    return read.Take();
  }

  FakeEngine engine;
  Flame flame;
};

CullInput Input(double begin, double width) {
  return {.area = {100, 50, 1000, 200}, .window = {begin, width}, .row = 20};
}

const SeenBox& BoxOf(const std::vector<SeenBox>& seen, std::uint32_t node) {
  for (const SeenBox& box : seen) {
    if (!box.strip() && box.box.node == node) return box;
  }
  FAIL("the box is not seen");
  return seen.front();
}

TEST_CASE("boxes are placed in the area, a gap free at their right and below") {
  const Graph g("a;b 250\na;c 750");
  const auto seen = Cull(g.flame, Input(0, 1000));
  REQUIRE(seen.size() == 4);
  const PaintedBox& b = BoxOf(seen, g.engine.Node("a;b")).painted;
  CHECK(b.x == 100);
  CHECK(b.w == 249);
  CHECK(b.y == 90);
  CHECK(b.h == 19);
  const PaintedBox& c = BoxOf(seen, g.engine.Node("a;c")).painted;
  CHECK(c.x == 350);
  CHECK(c.w == 749);
}

TEST_CASE("what lies beside the window is not there, what reaches over it is cut") {
  const Graph g("a;b 250\na;c 250\na;d 500");
  const auto seen = Cull(g.flame, Input(300, 100));
  CHECK(seen.size() == 3);  // root, a, c
  const PaintedBox& c = BoxOf(seen, g.engine.Node("a;c")).painted;
  CHECK(c.x == 100);
  CHECK(c.w == 999);
}

TEST_CASE("rows that are out of sight are not there") {
  std::string stack = "f0";
  for (int i = 1; i < 100; ++i) stack += ";f" + std::to_string(i);
  const Graph g(stack + " 5");
  CullInput in = Input(0, 5);
  CHECK(Cull(g.flame, in).size() == 11);  // ten of 20 px, and one that begins below
  in.scroll = 30;
  const auto seen = Cull(g.flame, in);
  CHECK(seen.front().box.depth == 1);
  CHECK(seen.front().painted.y == 40);
  in.root_at_bottom = true;
  CHECK(Cull(g.flame, in).front().painted.y == 50 + 200 - 20 + 1 + 10);
}

TEST_CASE("neighbours too narrow to be told apart become one strip") {
  std::string stacks = "a;wide 5000\n";
  for (int i = 0; i < 40; ++i) stacks += "a;n" + std::to_string(i) + " 5\n";
  stacks += "a;other 4800\n";
  const Graph g(stacks);
  const auto seen = Cull(g.flame, Input(0, 10'000));  // 10 units a px
  REQUIRE(seen.size() == 5);                          // root, a, wide, strip, other
  const SeenBox& strip = seen[3];
  CHECK(strip.strip());
  CHECK(strip.count() == 40);
  CHECK(strip.strip_width == 200);
  CHECK(strip.painted.x == 600);
  CHECK(std::abs(strip.painted.w - 19) < 0.01f);
  CHECK(strip.painted.box == kNoBox);
}

TEST_CASE("a gap that can be seen parts two strips") {
  // a's own time lies behind its children: between the children of a and of b is a gap.
  const Graph g("a;x1 3\na;x2 3\na 500\nb;y1 3\nb;y2 3\nb 9488");
  const auto seen = Cull(g.flame, Input(0, 10'000));
  int strips = 0;
  for (const SeenBox& box : seen) strips += box.strip() ? 1 : 0;
  CHECK(strips == 2);
}

TEST_CASE("a narrow box that stands alone stays itself") {
  const Graph g("a;x 3\na 9997");
  const auto seen = Cull(g.flame, Input(0, 10'000));
  const SeenBox& x = BoxOf(seen, g.engine.Node("a;x"));
  CHECK(x.painted.w == 0.5f);
}

TEST_CASE("gaps give way where boxes are narrow") {
  const Graph g("a;x 29\na;y 12\na;z 9959");
  const auto seen = Cull(g.flame, Input(0, 10'000));
  CHECK(std::abs(BoxOf(seen, g.engine.Node("a;x")).painted.w - 2.4f) < 0.001f);
  CHECK(std::abs(BoxOf(seen, g.engine.Node("a;y")).painted.w - 1.2f) < 0.001f);
}

TEST_CASE("deep zooms into huge totals stay exact") {
  constexpr std::int64_t kHuge = std::int64_t{1} << 52;
  const Graph g("a;big " + std::to_string(kHuge) + "\na;x 3\na;y 5\na 100");
  const auto seen = Cull(g.flame, Input(static_cast<double>(kHuge), 10));
  const PaintedBox& x = BoxOf(seen, g.engine.Node("a;x")).painted;
  CHECK(x.x == 100);
  CHECK(x.w == 299);
  const PaintedBox& y = BoxOf(seen, g.engine.Node("a;y")).painted;
  CHECK(y.x == 400);
  CHECK(y.w == 499);
}

TEST_CASE("ancestors of the target are marked") {
  const Graph g("a;b;c 10");
  CullInput in = Input(0, 10);
  in.target_depth = 2;
  const auto seen = Cull(g.flame, in);
  CHECK(seen[0].painted.flags & kPaintAncestor);
  CHECK(seen[1].painted.flags & kPaintAncestor);
  CHECK_FALSE(seen[2].painted.flags & kPaintAncestor);
}

TEST_CASE("hits burn two px wide where their boxes are narrower or in a strip") {
  std::string stacks = "a;wide 5000\n";
  for (int i = 0; i < 40; ++i) stacks += "a;n" + std::to_string(i) + " 5\n";
  const Graph g(stacks + "a;thin 15\na;wide2 4785");
  const CullInput in = Input(0, 10'000);
  const auto seen = Cull(g.flame, in);
  const auto search = [&](std::string_view pattern) {
    pb::Header header;
    header.mutable_search_question()->set_pattern(std::string(pattern));
    Result<HeldMessage> held =
        HeldMessage::Take(g.engine.Answer(MessageWriter(std::move(header)).Finish()));
    REQUIRE(held);
    Result<Search> read = Search::Read(held.Take(), 1);
    REQUIRE(read);
    return read.Take();
  };
  const auto one = MakeTicks(g.flame, in, seen, search("n7"));
  REQUIRE(one.size() == 1);
  CHECK(one[0].w == 2);
  CHECK(one[0].h == 19);
  CHECK(std::abs(one[0].x - 603.5f) < 0.01f);
  CHECK(MakeTicks(g.flame, in, seen, search("thin")).size() == 1);
  CHECK(MakeTicks(g.flame, in, seen, search("wide2")).empty());  // it burns itself
  // Forty hits on twenty px are a tick or two, not forty on one place.
  const auto all = MakeTicks(g.flame, in, seen, search("n"));
  CHECK(all.size() <= 2);
  CHECK(all[0].w >= 16);
}

TEST_CASE("a deep graph fits into the minimap by leaving rows out") {
  CHECK(FitRows(10, 42).row == 4);
  CHECK(FitRows(10, 42).step == 1);
  CHECK(FitRows(30, 42).row == 1);
  CHECK(FitRows(100, 42).step == 3);
  const MinimapRows rows = FitRows(1000, 42);
  CHECK(1000.0f / static_cast<float>(rows.step) * rows.row <= 42);
}

// The forms of a name as the engine gives them.
std::string Label(std::size_t characters) {
  const FakeEngine engine("github.com/prometheus/promql.(*evaluator).rangeEval 1");
  const Bytes opened = engine.Opened(1);
  const Result<Message> message = Message::Read(opened);
  const Result<Names> names = Names::Read(*message);
  REQUIRE(names);
  return ChooseLabel(*names, 1, characters);
}

TEST_CASE("names shorten from the left by their parts, and are cut only at last") {
  CHECK(Label(100) == "promql.(*evaluator).rangeEval");
  CHECK(Label(29) == "promql.(*evaluator).rangeEval");
  CHECK(Label(28) == "(*evaluator).rangeEval");
  CHECK(Label(22) == "(*evaluator).rangeEval");
  CHECK(Label(21) == "(evaluato…).rangeEval");
  CHECK(Label(16) == "(eva…).rangeEval");
  CHECK(Label(15) == "rangeEval");
  CHECK(Label(9) == "rangeEval");
  CHECK(Label(8) == "rangeEv…");
  CHECK(Label(3) == "ra…");
  CHECK(Label(2).empty());
}

TEST_CASE("ticks of a row that leave no pixel free are one") {
  std::vector<Rect> ticks = {{10, 5, 2, 17}, {14.5f, 5, 2, 17}, {12.5f, 5, 2, 17}, {10, 23, 2, 17},
                             {11, 5, 2, 17}, {20, 5, 2, 17},    {22, 5, 2, 9}};
  JoinTicks(ticks);
  const std::vector<Rect> joined = {
      {10, 5, 6.5f, 17}, {20, 5, 2, 17}, {22, 5, 2, 9}, {10, 23, 2, 17}};
  REQUIRE(ticks.size() == joined.size());
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    CHECK(ticks[i].x == joined[i].x);
    CHECK(ticks[i].y == joined[i].y);
    CHECK(ticks[i].w == joined[i].w);
    CHECK(ticks[i].h == joined[i].h);
  }
  std::vector<Rect> none;
  JoinTicks(none);
  CHECK(none.empty());
}

}  // namespace
}  // namespace burnglass::ui
