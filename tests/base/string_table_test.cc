#include "base/string_table.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

TEST_CASE("A new table has the empty string, and nothing else") {
  StringTable table;
  CHECK(table.size() == 1);
  CHECK(table[0] == "");
  CHECK(table.Intern("") == 0);
  CHECK(table.size() == 1);
}

TEST_CASE("A string has one number, whatever comes between") {
  StringTable table;
  constexpr StringId kMany = 10'000;
  for (StringId i = 0; i < kMany; ++i) REQUIRE(table.Intern("name " + std::to_string(i)) == i + 1);
  for (StringId i = 0; i < kMany; ++i) REQUIRE(table.Intern("name " + std::to_string(i)) == i + 1);
  CHECK(table.size() == kMany + 1);
  CHECK(table[kMany] == "name 9999");
}

TEST_CASE("Bytes are bytes: NUL and broken UTF-8 tell strings apart") {
  StringTable table;
  const StringId zero = table.Intern(std::string_view("a\0b", 3));
  CHECK(zero != table.Intern("a"));
  CHECK(table[zero] == std::string_view("a\0b", 3));
  CHECK(table.Intern("\xff") != table.Intern("\xfe"));
}

TEST_CASE("What was appended is found again, the first of equal ones") {
  StringTable table;
  const StringId first = table.Append("twice");
  const StringId second = table.Append("twice");
  CHECK(first != second);
  CHECK(table.Intern("twice") == first);
  const StringId third = table.Append("after the index was made");
  CHECK(table.Intern("after the index was made") == third);
  CHECK(table.Append("twice") == third + 1);
  CHECK(table.Intern("twice") == first);
  CHECK(table.Intern("") == 0);
}

TEST_CASE("Many appended strings are found once the index is made") {
  StringTable table;
  for (int i = 0; i < 500; ++i) table.Append(std::to_string(i));
  for (StringId i = 0; i < 500; ++i) CHECK(table.Intern(std::to_string(i)) == i + 1);
  CHECK(table.bytes() == 10 + 90 * 2 + 400 * 3);
}

}  // namespace
}  // namespace burnglass
