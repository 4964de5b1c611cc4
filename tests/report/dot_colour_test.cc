#include "report/dot_colour.h"

#include <catch2/catch_test_macros.hpp>

#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

TEST_CASE("Colours of graphs are pprof's") {
  for (const auto& row : ReadTable(SharedPath("conformance/google-pprof/unit/dot_color.tsv"), 3)) {
    INFO(row[0]);
    CHECK(ColourText(DotColour(std::stod(row[0]))) == row[1]);
    CHECK(ColourText(DotBackgroundColour(std::stod(row[0]))) == row[2]);
  }
}

TEST_CASE("Cost is red, gain is green, nothing is grey") {
  CHECK(ColourText(DotColour(1)) == "#b20000");
  CHECK(ColourText(DotColour(-1)) == "#00b200");
  CHECK(ColourText(DotColour(0)) == "#b2b2b2");
}

}  // namespace
}  // namespace burnglass
