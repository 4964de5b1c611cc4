// Where a place of both sides together lies in one of them.
#include "session/side_window.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

struct Drawn {
  std::uint32_t node, parent, depth;
  std::int64_t x, width;
};

Flame FlameOf(const std::vector<Drawn>& boxes) {
  std::vector<std::uint32_t> node, parent, depth, name;
  std::vector<std::int64_t> x, width;
  std::vector<std::uint8_t> flags(boxes.size());
  for (const Drawn& box : boxes) {
    node.push_back(box.node), parent.push_back(box.parent), depth.push_back(box.depth);
    name.push_back(0), x.push_back(box.x), width.push_back(box.width);
  }
  pb::Header header;
  header.mutable_flame_answer()->set_x_end(boxes[0].width);
  MessageWriter writer(std::move(header));
  writer.Add("node", node);
  writer.Add("parent", parent);
  writer.Add("depth", depth);
  writer.Add("name", name);
  writer.Add("x", x);
  writer.Add("width", width);
  writer.Add("cum", width);
  writer.Add("flat", width);
  writer.Add("flags", flags);
  return Flame::Read(HeldMessage::Take(writer.Finish()).Take(), 1).Take();
}

constexpr std::uint32_t kRoot = 0xffffffff;

//   root                 root
//   1        4    5      1     5
//   2     3              3
const std::vector<Drawn> kWhole = {{0, kRoot, 0, 0, 100}, {1, 0, 1, 0, 60},  {2, 1, 2, 0, 40},
                                   {3, 1, 2, 40, 20},     {4, 0, 1, 60, 20}, {5, 0, 1, 80, 20}};
const std::vector<Drawn> kSide = {
    {0, kRoot, 0, 0, 30}, {1, 0, 1, 0, 20}, {3, 1, 2, 0, 20}, {5, 0, 1, 20, 10}};

TEST_CASE("a window on a box is one on the same box of the side") {
  const Flame whole = FlameOf(kWhole), side = FlameOf(kSide);
  CHECK(SideWindow(whole, side, {0, 100}) == Window{0, 30});
  CHECK(SideWindow(whole, side, {0, 60}) == Window{0, 20});
  CHECK(SideWindow(whole, side, {40, 20}) == Window{0, 20});
  CHECK(SideWindow(whole, side, {80, 20}) == Window{20, 10});
}

TEST_CASE("a part of a box is the same part there") {
  const Flame whole = FlameOf(kWhole), side = FlameOf(kSide);
  CHECK(SideWindow(whole, side, {45, 10}) == Window{5, 10});
  CHECK(SideWindow(whole, side, {50, 40}) == Window{10, 15});
}

TEST_CASE("what the side does not have is a sliver where its neighbours meet") {
  const Flame whole = FlameOf(kWhole), side = FlameOf(kSide);
  const Window gone = SideWindow(whole, side, {60, 20});
  CHECK(gone.begin == 20);
  CHECK(gone.width <= 1);
  CHECK(SideWindow(whole, side, {0, 40}).begin == 0);
}

}  // namespace
}  // namespace burnglass
