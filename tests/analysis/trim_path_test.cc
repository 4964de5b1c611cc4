#include "analysis/trim_path.h"

#include <catch2/catch_test_macros.hpp>

#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

TEST_CASE("Paths lose what pprof cuts from them") {
  for (const auto& row : ReadTable(SharedPath("conformance/google-pprof/unit/trim_path.tsv"), 4)) {
    INFO(row[0] << " without " << row[1] << ", sources in " << row[2]);
    CHECK(TrimPath(row[0], row[1], row[2]) == row[3]);
  }
}

TEST_CASE("Without a prefix to cut, what stands before a folder of sources goes") {
  CHECK(TrimPath("/build/app/run/main.go", "", "/src/app") == "run/main.go");
  CHECK(TrimPath("/build/app/run/main.go", "/build", "/src/app") == "app/run/main.go");
  CHECK(SplitPaths("a:b::c") == std::vector<std::string_view>{"a", "b", "", "c"});
}

}  // namespace
}  // namespace burnglass
