#include "base/utf8.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

// A case of the Unicode standard's chapter 3.9 and its repair, where _ stands for U+FFFD.
struct Case {
  std::string_view text, repaired;
};

std::string WithReplacements(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '_' ? std::string("\xef\xbf\xbd") : std::string(1, c);
  return out;
}

TEST_CASE("UTF-8 stays as it is") {
  for (const std::string_view text : {"", "a", "pöttischer µs", "漢字", "𝄞", "\xf4\x8f\xbf\xbf",
                                      "\xed\x9f\xbf", "\xee\x80\x80"}) {
    INFO(text);
    CHECK(IsUtf8(text));
    CHECK(RepairUtf8(text) == text);
  }
  CHECK(IsUtf8(std::string_view("a\0b", 3)));
}

TEST_CASE("what is not UTF-8 becomes U+FFFD, one for each maximal subpart") {
  const Case cases[] = {
      {"\xff", "_"},
      {"a\x80z", "a_z"},
      {"\xc0\xaf", "__"},            // overlong
      {"\xe0\x80\xbf", "___"},       // overlong
      {"\xf0\x80\x80\x80", "____"},  // overlong
      {"\xed\xa0\x80", "___"},       // a surrogate
      {"\xf4\x90\x80\x80", "____"},  // above U+10FFFF
      {"\xf5\x80", "__"},
      {"\xe6\xbc", "_"},        // cut off
      {"\xf0\x9f\x92z", "_z"},  // cut short by another character
      {"\xe1\x80\xe2\xf0\x91\x92\xf1\xbf"
       "A",
       "____A"},  // truncated sequences in a row
  };
  for (const auto& [text, repaired] : cases) {
    INFO(repaired);
    CHECK_FALSE(IsUtf8(text));
    CHECK(RepairUtf8(text) == WithReplacements(repaired));
    CHECK(IsUtf8(RepairUtf8(text)));
  }
}

TEST_CASE("A line has no control characters") {
  CHECK(OneLine("a\nb\x7f\t\xc3\xa9\xff") == "a\uFFFDb\uFFFD\uFFFD\u00e9\uFFFD");
  CHECK(OneLine(std::string_view("\0x", 2)) == "\uFFFDx");
  CHECK(OneLine("a\u202eb") == "a\uFFFDb");
  CHECK(OneLine("plain \u00e9 text.") == "plain \u00e9 text.");
}

}  // namespace
}  // namespace burnglass
