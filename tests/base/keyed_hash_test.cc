#include "base/keyed_hash.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

// The key of the reference vectors is 00 01 … 0f, their texts are 00 01 … of every length.
constexpr HashKey kReference = {0x0706050403020100, 0x0f0e0d0c0b0a0908};

std::string Counting(std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(i);
  return text;
}

TEST_CASE("The keyed hash is SipHash-2-4, by its authors' vectors") {
  CHECK(KeyedHash(kReference, Counting(0)) == 0x726fdb47dd0e0e31);
  CHECK(KeyedHash(kReference, Counting(1)) == 0x74f839c593dc67fd);
  CHECK(KeyedHash(kReference, Counting(7)) == 0xab0200f58b01d137);
  CHECK(KeyedHash(kReference, Counting(8)) == 0x93f5f5799a932462);
  CHECK(KeyedHash(kReference, Counting(15)) == 0xa129ca6149be45e5);
}

TEST_CASE("A secret always gives the same key, and another secret another one") {
  const auto hash = [](std::string_view secret) { return KeyedHash(HashKeyOf(secret), "main"); };
  CHECK(hash("a secret of mine") == hash("a secret of mine"));
  CHECK(hash("a secret of mine") != hash("a secret of mime"));
}

TEST_CASE("Random keys differ from call to call") {
  const HashKey a = RandomHashKey(), b = RandomHashKey();
  CHECK(a.first != b.first);
  CHECK(a.second != b.second);
  CHECK(a.first != a.second);
}

TEST_CASE("A hash is written with letters and digits") {
  CHECK(HashLetters(0, 3) == "aaa");
  CHECK(HashLetters(31 | 1 << 5, 2) == "7b");
  CHECK(HashLetters(~std::uint64_t{0}, 12) == "777777777777");
}

}  // namespace
}  // namespace burnglass
