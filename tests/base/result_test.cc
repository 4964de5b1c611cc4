#include "base/result.h"

#include <memory>
#include <string>

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) return Error{std::to_string(number) + " is odd"};
  return number / 2;
}

TEST_CASE("A result holds a value or says why not") {
  const Result<int> half = Half(8);
  REQUIRE(half.ok());
  CHECK(*half == 4);

  const Result<int> none = Half(7);
  REQUIRE_FALSE(none);
  CHECK(none.error().message == "7 is odd");
}

TEST_CASE("A result gives away a value that can only be moved") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
  const std::unique_ptr<int> taken = result.Take();
  CHECK(*taken == 3);
}

TEST_CASE("A status is a result without a value") {
  const Status done = Done{};
  const Status failed = Error{"no"};
  CHECK(done.ok());
  CHECK_FALSE(failed.ok());
}

}  // namespace
}  // namespace burnglass
