#include "base/percent.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

TEST_CASE("what is percent-encoded comes back") {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  CHECK(PercentDecode(PercentEncode(all)) == all);
  CHECK(PercentEncode("aZ09-_.~") == "aZ09-_.~");
  CHECK(PercentEncode("a b/é|") == "a%20b%2F%C3%A9%7C");
}

TEST_CASE("a plus is a space, digits may be small, and half a byte is nothing") {
  CHECK(PercentDecode("a+b%2f%2F") == "a b//");
  CHECK(PercentDecode("") == "");
  for (const char* bad : {"%", "a%2", "%zz", "%2z", "50%"}) CHECK_FALSE(PercentDecode(bad));
}

}  // namespace
}  // namespace burnglass
