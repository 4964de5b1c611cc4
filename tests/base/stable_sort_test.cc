#include "base/stable_sort.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <string_view>

namespace burnglass {
namespace {

struct Row {
  std::string name;
  int cost = 0;
  bool operator==(const Row&) const = default;
};

constexpr auto kByCost = [](const Row& a, const Row& b) { return a.cost > b.cost; };

TEST_CASE("Equals stay in the order in which they were") {
  std::vector<Row> rows = {{"a", 1}, {"b", 3}, {"c", 1}, {"d", 3}, {"e", 2}};
  StableSort(rows, kByCost);
  CHECK(rows == std::vector<Row>{{"b", 3}, {"d", 3}, {"e", 2}, {"a", 1}, {"c", 1}});
}

TEST_CASE("Nothing and one element are sorted") {
  std::vector<Row> rows;
  StableSort(rows, kByCost);
  CHECK(rows.empty());
  rows = {{"a", 1}};
  StableSort(rows, kByCost);
  CHECK(rows == std::vector<Row>{{"a", 1}});
}

TEST_CASE("An order may know more than the elements, and elements need not be copied") {
  std::vector<std::unique_ptr<int>> list;
  for (const int value : {2, 0, 1}) list.push_back(std::make_unique<int>(value));
  const std::vector<int> rank = {7, 9, 8};
  StableSort(list, [&](const auto& a, const auto& b) { return rank[*a] < rank[*b]; });
  CHECK(*list[0] == 0);
  CHECK(*list[1] == 2);
  CHECK(*list[2] == 1);
}

}  // namespace
}  // namespace burnglass
