#include "profile/stack_merger.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "check_preorder.h"
#include "profile/packed_numbers.h"
#include "profile/profile.h"

namespace burnglass {
namespace {

using Numbers = std::vector<std::uint64_t>;  // leaf first
using Packed = std::vector<std::byte>;

Packed Pack(const Numbers& numbers) {
  Packed packed;
  for (const std::uint64_t number : numbers) AppendNumber(number, packed);
  return packed;
}

// The same numbers, but each with bytes of 0 behind it.
Packed PackAtLength(const Numbers& numbers) {
  Packed packed;
  for (const std::uint64_t number : numbers) {
    AppendNumber(number, packed);
    packed.back() |= std::byte{0x80};
    packed.push_back(std::byte{0});
  }
  return packed;
}

// Frame by frame: how many different paths there are, and what tree.leaf must lead to.
void CheckMerged(const std::vector<Numbers>& stacks, const LocationColumns& tree,
                 const Numbers& number_of_location) {
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::uint32_t> nodes;
  REQUIRE(tree.leaf.size() == stacks.size());
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    std::uint32_t node = tree.leaf[i], naive = 0;
    for (const std::uint64_t number : stacks[i]) {
      if (node == 0 || number_of_location[tree.location[node]] != number) {
        FAIL("stack " << i << " has " << number << " where node " << node << " is");
      }
      node = tree.parent[node];
    }
    if (node != 0) FAIL("stack " << i << " ends at node " << node);
    for (auto number = stacks[i].rbegin(); number != stacks[i].rend(); ++number) {
      const auto next = static_cast<std::uint32_t>(nodes.size() + 1);
      naive = nodes.try_emplace({naive, *number}, next).first->second;
    }
  }
  REQUIRE(tree.parent.size() == nodes.size() + 1);  // no path twice
  CheckPreorder(tree.parent, tree.end);
}

// Numbers as they come first.
struct Numbering {
  std::map<std::uint64_t, std::uint32_t> known;
  Numbers numbers;

  std::uint32_t Of(std::uint64_t number) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto [place, is_new] = known.try_emplace(number, next);
    if (is_new) numbers.push_back(number);
    return place->second;
  }
};

std::vector<Numbers> RandomStacks(unsigned seed, std::size_t count, std::uint64_t largest) {
  std::mt19937_64 random(seed);
  std::vector<Numbers> stacks;
  for (std::size_t i = 0; i < count; ++i) {
    Numbers stack;
    if (!stacks.empty() && random() % 4 != 0) {
      stack = stacks[random() % stacks.size()];
      stack.erase(stack.begin(),
                  stack.begin() + static_cast<std::ptrdiff_t>(random() % (stack.size() + 1)));
    }
    for (std::size_t more = random() % 4; more > 0; --more) {
      stack.insert(stack.begin(), random() % largest);
    }
    stacks.push_back(std::move(stack));
  }
  return stacks;
}

TEST_CASE("Random stacks are merged as frame by frame") {
  const std::uint64_t largest[] = {3, 200, 100000, std::uint64_t{1} << 40, ~std::uint64_t{0}};
  for (unsigned seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    const auto stacks = RandomStacks(seed, seed % 50 == 0 ? 5000 : 200, largest[seed % 5]);
    Numbering numbering;
    StackMerger merger([&](std::uint64_t number) { return numbering.Of(number); });
    for (const Numbers& stack : stacks) REQUIRE(merger.Add(Pack(stack)));
    CheckMerged(stacks, merger.Take(), numbering.numbers);
  }
}

TEST_CASE("Equal numbers are equal however they are written") {
  const auto stacks = RandomStacks(5, 400, 300);
  Numbering numbering;
  StackMerger merger([&](std::uint64_t number) { return numbering.Of(number); });
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    REQUIRE(merger.Add(i % 3 == 0 ? PackAtLength(stacks[i]) : Pack(stacks[i])));
  }
  CheckMerged(stacks, merger.Take(), numbering.numbers);
}

// Tags have 32 bits: of so many paths some seven pairs have the same, of one size or of several.
TEST_CASE("Paths whose tags are the same are told apart") {
  std::mt19937_64 random(7);
  std::vector<Numbers> stacks;
  const auto several_bytes = [&] {
    return (std::uint64_t{1} << 28) + random() % (std::uint64_t{1} << 37);
  };
  for (int i = 0; i < 250'000; ++i) stacks.push_back({several_bytes()});
  // Each again, and some below them.
  for (std::size_t i = 0; i < 250'000; i += 4) {
    stacks.push_back(stacks[i]);
    stacks.push_back({i % 3, stacks[i + 1][0]});
  }
  Numbering numbering;
  StackMerger merger([&](std::uint64_t number) { return numbering.Of(number); });
  for (const Numbers& stack : stacks) REQUIRE(merger.Add(Pack(stack)));
  CheckMerged(stacks, merger.Take(), numbering.numbers);
}

TEST_CASE("Stacks that are longer than a block are merged, too") {
  std::vector<Numbers> stacks(6);
  for (std::uint64_t i = 0; i < 900000; ++i) stacks[0].push_back(i % 777 + 1);
  for (std::size_t i = 1; i < stacks.size(); ++i) {
    stacks[i] = {i, 5};
    const auto cut = static_cast<std::ptrdiff_t>(i * 150000);
    stacks[i].insert(stacks[i].end(), stacks[0].begin() + cut, stacks[0].end());
  }
  Numbering numbering;
  StackMerger merger([&](std::uint64_t number) { return numbering.Of(number); });
  for (const Numbers& stack : stacks) REQUIRE(merger.Add(Pack(stack)));
  const LocationTree tree(merger.Take());
  CHECK(tree.size() == 900000 + 1 + 2 * 5);
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    std::size_t depth = 0;
    for (std::uint32_t node = tree.leaf[i]; node != 0; node = tree.parent[node]) ++depth;
    CHECK(depth == stacks[i].size());
  }
}

TEST_CASE("What is no list of numbers is refused, and leaves nothing behind") {
  Numbering numbering;
  StackMerger merger([&](std::uint64_t number) { return numbering.Of(number); });
  REQUIRE(merger.Add(Pack({1, 2, 3})));
  CHECK_FALSE(merger.Add(Packed{std::byte{1}, std::byte{0x80}}));  // goes on behind the end
  CHECK_FALSE(merger.Add(Packed(11, std::byte{0x80})));
  Packed endless(12, std::byte{0xff});
  endless.back() = std::byte{1};
  CHECK_FALSE(merger.Add(endless));
  REQUIRE(merger.Add({}));
  REQUIRE(merger.Add(Pack({7, 2, 3})));
  CheckMerged({{1, 2, 3}, {}, {7, 2, 3}}, merger.Take(), numbering.numbers);
}

TEST_CASE("Stacks go from columns to a tree and back") {
  ProfileData data;
  data.stacks = {2, 1, 0, 1, 0, 300, 1, 0};
  data.stack_ends = {3, 3, 5, 8};
  const auto stacks = data.stacks;
  const auto ends = data.stack_ends;
  MergeStacks(data);
  CHECK(data.stacks.empty());
  CHECK(data.sample_count() == 4);
  CHECK(data.tree->size() == 5);
  SpreadStacks(data);
  CHECK(data.stacks == stacks);
  CHECK(data.stack_ends == ends);
  CHECK_FALSE(data.tree);
}

}  // namespace
}  // namespace burnglass
