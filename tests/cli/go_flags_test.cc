#include "cli/go_flags.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

struct Parsed {
  bool top = false;
  std::int64_t count = -1;
  std::string name = "unset";
  std::vector<std::string> rest;
  std::string error;
};

Parsed Parse(const std::vector<std::string>& arguments) {
  Parsed parsed;
  const GoFlag flags[] = {{"top", &parsed.top}, {"count", &parsed.count}, {"name", &parsed.name}};
  Result<std::vector<std::string>> rest = ParseGoFlags(arguments, flags);
  if (rest) {
    parsed.rest = rest.Take();
  } else {
    parsed.error = rest.error().message;
  }
  return parsed;
}

using Arguments = std::vector<std::string>;

TEST_CASE("Flags have one dash or two") {
  CHECK(Parse({"-top"}).top);
  CHECK(Parse({"--top"}).top);
  CHECK(Parse({"-count=5"}).count == 5);
  CHECK(Parse({"--count", "5"}).count == 5);
}

TEST_CASE("A flag that is on or off takes its value only behind =") {
  const Parsed parsed = Parse({"-top", "false"});
  CHECK(parsed.top);
  CHECK(parsed.rest == Arguments{"false"});
  CHECK_FALSE(Parse({"-top", "-top=false"}).top);
  CHECK(Parse({"-top=1"}).top);
  CHECK(Parse({"-top=T"}).top);
  CHECK(Parse({"-top=maybe"}).error == "the flag -top does not take \"maybe\"");
}

TEST_CASE("Values may be empty, have =, and look like flags") {
  CHECK(Parse({"-name="}).name == "");
  CHECK(Parse({"-name=a=b"}).name == "a=b");
  CHECK(Parse({"-name", "-top"}).name == "-top");
  CHECK(Parse({"-count=-3"}).count == -3);
  CHECK(Parse({"-count=+3"}).count == 3);
}

TEST_CASE("The first argument that is no flag ends the flags") {
  CHECK(Parse({"-top", "file", "-count=5"}).rest == Arguments{"file", "-count=5"});
  CHECK(Parse({"-", "-top"}).rest == Arguments{"-", "-top"});
  CHECK(Parse({"--", "-top"}).rest == Arguments{"-top"});
  CHECK(Parse({""}).rest == Arguments{""});
}

TEST_CASE("What is wrong with the flags is told") {
  CHECK(Parse({"-nope"}).error == "there is no flag -nope");
  CHECK(Parse({"--nope=1"}).error == "there is no flag -nope");
  CHECK(Parse({"-count"}).error == "the flag -count needs a value");
  CHECK(Parse({"-count=1x"}).error == "the flag -count does not take \"1x\"");
  CHECK(Parse({"-count="}).error == "the flag -count does not take \"\"");
  CHECK(Parse({"-count=99999999999999999999"}).error ==
        "the flag -count does not take \"99999999999999999999\"");
}

}  // namespace
}  // namespace burnglass
