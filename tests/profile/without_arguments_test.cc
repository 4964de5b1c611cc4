#include "profile/without_arguments.h"

#include <catch2/catch_test_macros.hpp>

#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

TEST_CASE("Names lose their arguments as pprof takes them off") {
  for (const auto& row :
       ReadTable(SharedPath("conformance/google-pprof/unit/simplify_func.tsv"), 2)) {
    CHECK(WithoutArguments(row[0]) == row[1]);
  }
}

TEST_CASE("Brackets that are part of a name stay") {
  CHECK(WithoutArguments("std::sort(int*, int*)") == "std::sort");
  CHECK(WithoutArguments(".foo(int)") == "foo");
  CHECK(WithoutArguments("(anonymous namespace)::Run(int)") == "(anonymous namespace)::Run");
  CHECK(WithoutArguments("Less::operator()(int) const") == "Less::operator()");
  CHECK(WithoutArguments("operator()") == "operator()");
  CHECK(WithoutArguments("f(operator())") == "f");
  CHECK(WithoutArguments("") == "");
}

}  // namespace
}  // namespace burnglass
