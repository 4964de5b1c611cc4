#include "base/unseen.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

TEST_CASE("What shows nothing but changes what is seen is known") {
  for (const char* text :
       {"\n",     "\t",     "\x1b",   "\x7f",   "\u0085", "\u009b", "\u00ad",     "\u061c",
        "\u180e", "\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a",     "\u202e",
        "\u2060", "\u2064", "\u2066", "\u2069", "\u206f", "\ufeff", "\U000e0001", "\U000e007f"}) {
    CAPTURE(text);
    CHECK(UnseenLength(text, 0) == std::string_view(text).size());
  }
}

TEST_CASE("What is seen, and the joiners of scripts, are left") {
  for (const char* text : {"a", " ", "~", "\u00a0", "ä", "ж", "大", "\u200c", "\u200d", "\u2010",
                           "\u2026", "\u2027", "\u202f", "\u205f", "\ufffd", "😀", "\U000e0100"}) {
    CAPTURE(text);
    CHECK(UnseenLength(text, 0) == 0);
  }
}

TEST_CASE("A text that ends in the middle of a character is no harm") {
  for (const char* text : {"\xc2", "\xe2", "\xe2\x80", "\xf3", "\xf3\xa0"}) {
    CHECK(UnseenLength(text, 0) == 0);
  }
  CHECK(UnseenLength(std::string_view("\0", 1), 0) == 1);
}

}  // namespace
}  // namespace burnglass
