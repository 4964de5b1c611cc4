// Memory that is made ready, and memory that is given back.
#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <vector>

#include "base/memory_ahead.h"
#include "base/release.h"
#include "base/uninitialised.h"

namespace burnglass {
namespace {

int StepsOf(MemoryAhead& memory) {
  int steps = 1;
  while (memory.Step()) ++steps;
  return steps;
}

TEST_CASE("memory is touched a megabyte at a time, once") {
  MemoryAhead memory((5 << 20) + 1);
  CHECK(StepsOf(memory) == 6);
  CHECK_FALSE(memory.Step());
}

TEST_CASE("memory that there is not is not touched") {
  MemoryAhead none(0);
  CHECK_FALSE(none.Step());
}

TEST_CASE("a released column has no memory, one that was only emptied has") {
  std::vector<std::uint32_t> column(1000);
  column.clear();
  CHECK(column.capacity() == 1000);
  Release(column);
  CHECK(column.capacity() == 0);
}

TEST_CASE("a vector without initial values is a vector otherwise") {
  std::vector<std::uint32_t, Uninitialised<std::uint32_t>> column(3, 7u);
  column.resize(5);
  column[3] = column[4] = 9;
  column.insert(column.begin(), 1u);
  CHECK(std::vector<std::uint32_t>(column.begin(), column.end()) ==
        std::vector<std::uint32_t>{1, 7, 7, 7, 9, 9});
}

}  // namespace
}  // namespace burnglass
