#include "report/dot_colour.h"

#include <catch2/catch_test_macros.hpp>

#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

TEST_CASE("Colours of graphs are pprof's") {
  for (const auto& row : ReadTable(SharedPath("conformance/google-pprof/unit/dot_color.tsv"), 3)) {
    INFO(row[0]);
    CHECK(DotColour(std::stod(row[0])) == row[1]);
    CHECK(DotBackgroundColour(std::stod(row[0])) == row[2]);
  }
}

TEST_CASE("Cost is red, gain is green, nothing is grey") {
  CHECK(DotColour(1) == "#b20000");
  CHECK(DotColour(-1) == "#00b200");
  CHECK(DotColour(0) == "#b2b2b2");
}

}  // namespace
}  // namespace burnglass
