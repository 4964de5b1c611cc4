// What stacks are charged to, whole and frame by frame.
#include "analysis/blame.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

// Own functions with closures and locks among them, a dependency's, the standard library's and the
// runtime's.
const std::vector<std::string> kNames = {
    "example.com/shop/cart.Add",
    "example.com/shop/cart.Add.func1",
    "example.com/shop/cart.Add.func1.2",
    "example.com/shop/cart.(*Cart).Lock",
    "example.com/shop/cart.(*Cart).acquire",
    "main.main",
    "main.run",
    "github.com/other/dep.Do",
    "strings.Repeat",
    "runtime.mallocgc",
};

TEST_CASE("A path is charged frame by frame as its stack is") {
  OwnCode code;
  code.Learn(*DrawProfile({"runtime.main  runtime.main", "main.main  main.main",
                           "example.com/shop/cart.Add example.com/shop/cart.Add",
                           "github.com/other/dep.Do strings.Repeat", "1  1"}));
  std::mt19937 random(7);
  std::size_t with_caller = 0, not_own = 0;
  for (int i = 0; i < 5000; ++i) {
    // Often without any that is the program's own.
    const std::size_t from = random() % 2 == 0 ? 0 : 7;
    std::vector<StackFrame> stack;  // leaf first
    ChargedPath path;
    for (std::size_t depth = random() % 8; stack.size() <= depth;) {
      const std::string& name = kNames[from + random() % (kNames.size() - from)];
      stack.insert(stack.begin(), {code.Number(name), 0});
      path = path.Below(code, stack.front().name);
      const Charged whole = Charge(code, stack);
      REQUIRE(path.charged().function == whole.function);
      REQUIRE(path.charged().caller == whole.caller);
      with_caller += whole.caller != 0;
      not_own += !code.IsOwn(whole.function);
    }
  }
  CHECK(with_caller > 1000);
  CHECK(not_own > 1000);
}

}  // namespace
}  // namespace burnglass
