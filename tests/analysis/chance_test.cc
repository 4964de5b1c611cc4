// Bounds on chance, by numbers that can be worked out by hand.
#include "analysis/chance.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace burnglass {
namespace {

using Catch::Matchers::WithinRel;

// Stacks of 20 events of 10 each, of which so many fall to the second side.
ChanceSum Stacks(std::initializer_list<int> after) {
  ChanceSum sum;
  std::uint64_t key = 1;
  for (const int events : after) sum.Add({10.0 * events - 100, 200, 10, key++}, 0.5);
  return sum;
}

TEST_CASE("Stacks on one side only are correlated, evenly parted ones are hardly") {
  const ChanceSum none;
  CHECK(Stacks({0, 20, 20, 0}).CorrelationWithout(none) == 1);
  const double even = Stacks({9, 11, 10, 12, 8, 10, 9, 11}).CorrelationWithout(none);
  CHECK(even < 0.06);
  CHECK(even > 0);
  // What tells must not be the number's own.
  CHECK(Stacks({9, 11}).CorrelationWithout(Stacks({9, 11})) == 1);
}

TEST_CASE("Correlated wholly, events are bounded as by signs, but for Bernstein's step") {
  const ChanceSum sum = Stacks({0, 20, 20, 0});
  const ChanceBound signs = sum.Signs(), events = sum.Events(0.5, 1);
  CHECK_THAT(signs.variance, WithinRel(4 * 100.0 * 100.0, 1e-12));
  CHECK_THAT(events.variance, WithinRel(signs.variance, 1e-12));
  CHECK(signs.step == 0);
  CHECK_THAT(events.step, WithinRel(200.0 / 6, 1e-12));
  CHECK_THAT(sum.Events(0.5, 0).variance, WithinRel(0.25 * 80 * 100, 1e-12));
}

TEST_CASE("A stack whose events are not known leaves only the signs") {
  ChanceSum sum = Stacks({10});
  CHECK(sum.counted());
  sum.Add({5, 10, 0, 9}, 0.5);
  CHECK_FALSE(sum.counted());
}

TEST_CASE("Sums of parts are sums of all") {
  ChanceSum sum = Stacks({0, 20, 7});
  ChanceSum unknown;
  unknown.Add({5, 500, 0, 9}, 0.5);
  const ChanceSum more = Stacks({11, 12});
  sum.Add(more);
  const ChanceSum all = Stacks({0, 20, 7, 11, 12});
  CHECK_THAT(sum.Signs().variance, WithinRel(all.Signs().variance, 1e-12));
  CHECK(sum.Signs().most == all.Signs().most);
  CHECK_THAT(sum.Events(0.5, 0.3).variance, WithinRel(all.Events(0.5, 0.3).variance, 1e-12));
  CHECK(sum.Events(0.5, 0.3).step == all.Events(0.5, 0.3).step);
  CHECK(sum.Events(0.5, 0.3).most == all.Events(0.5, 0.3).most);
  CHECK(sum.CorrelationWithout(more) == Stacks({0, 20, 7}).CorrelationWithout({}));
  CHECK(sum.counted());
  CHECK(sum.key() == Stacks({0, 20, 7}).key() + more.key());
  sum.Add(unknown);
  CHECK_FALSE(sum.counted());
}

TEST_CASE("A bound is passed at most up to its reach") {
  const ChanceBound bound{.variance = 3, .step = 0.5, .most = 20};
  CHECK_THAT(bound.At(bound.Reach()), WithinRel(20.0, 1e-9));
  CHECK((ChanceBound{.variance = 3, .step = 0, .most = 0}).Reach() == 0);
}

TEST_CASE("Numbers that can never be beyond their bound do not widen the others'") {
  const double one = std::log(2 / 0.01);
  CHECK_THAT(LogOdds({}, 0.01), WithinRel(one, 1e-12));
  CHECK_THAT(LogOdds({100, 1, 1, 1, 1}, 0.01), WithinRel(one, 1e-12));
  CHECK_THAT(LogOdds({100, 100, 1, 1}, 0.01), WithinRel(std::log(4 / 0.01), 1e-12));
}

}  // namespace
}  // namespace burnglass
