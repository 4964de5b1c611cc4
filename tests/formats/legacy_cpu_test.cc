#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "formats/legacy.h"
#include "formats/profile_listing.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

struct Form {
  const char* name;
  std::size_t bytes;
  bool big_endian;
};
constexpr Form kForms[] = {{"32 bits, little-endian", 4, false},
                           {"32 bits, big-endian", 4, true},
                           {"64 bits, little-endian", 8, false},
                           {"64 bits, big-endian", 8, true}};

using Words = std::vector<std::uint64_t>;

std::string Bytes(const Words& words, const Form& form) {
  std::string bytes;
  for (const std::uint64_t word : words) {
    for (std::size_t i = 0; i < form.bytes; ++i) {
      const std::size_t byte = form.big_endian ? form.bytes - 1 - i : i;
      bytes += static_cast<char>(word >> (8 * byte) & 0xff);
    }
  }
  return bytes;
}

Result<ProfileData> Parse(const std::string& bytes) {
  return ParseLegacy(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

std::string Listing(const std::string& bytes) {
  const Result<ProfileData> result = Parse(bytes);
  return result.ok() ? ListProfile(*result) : result.error().message;
}

const Words kHeader = {0, 3, 0, 10000, 0};
const Words kEnd = {0, 1, 0};

Words Join(std::initializer_list<Words> parts) {
  Words all;
  for (const Words& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

TEST_CASE("A CPU profile is read in every form of its words") {
  const Form form = GENERATE(kForms[0], kForms[1], kForms[2], kForms[3]);
  INFO(form.name);
  const Words words = Join({kHeader, {2, 3, 0x1000, 0x2001, 0x3001}, {1, 2, 0x1004, 0x3001}, kEnd});
  CHECK(Listing(Bytes(words, form) + "00001000-00004000: /bin/x (@1000) ab12\n") ==
        "PeriodType: cpu nanoseconds\n"
        "Period: 10000000\n"
        "Samples:\n"
        "samples/count cpu/nanoseconds\n"
        "          2   20000000: 1 2 3 \n"
        "          1   10000000: 4 3 \n"
        "Locations\n"
        "     1: 0x1000 M=1 \n"
        "     2: 0x2000 M=1 \n"
        "     3: 0x3000 M=1 \n"
        "     4: 0x1004 M=1 \n"
        "Mappings\n"
        "1: 0x1000/0x4000/0x1000 /bin/x ab12 \n");
}

TEST_CASE("A real CPU profile says the same with its bytes turned round") {
  const std::string file = ReadFile(SharedPath("conformance/google-pprof/profile/cppbench.cpu"));
  constexpr std::size_t kWord = 8;
  const std::size_t text = file.find("00400000-");
  REQUIRE(text != std::string::npos);
  REQUIRE(text % kWord == 0);
  std::string turned = file;
  for (std::size_t i = 0; i < text; i += kWord) {
    for (std::size_t byte = 0; byte < kWord; ++byte) turned[i + byte] = file[i + kWord - 1 - byte];
  }
  CHECK(Listing(turned) == Listing(file));
}

TEST_CASE("Java's CPU profile names its places; they are not moved") {
  const Form form = GENERATE(kForms[0], kForms[1], kForms[2], kForms[3]);
  INFO(form.name);
  const Words words = Join({{0, 3, 1, 10000, 0}, {1, 3, 7, 8, 9}, kEnd});
  CHECK(Listing(Bytes(words, form) + " 0x7 a.B.c (B.java:3)\n 0x8 GC\n") ==
        "PeriodType: cpu nanoseconds\n"
        "Period: 10000000\n"
        "Samples:\n"
        "samples/count cpu/nanoseconds\n"
        "          1   10000000: 1 2 3 \n"
        "Locations\n"
        "     1: 0x0 a.B.c B.java:3:0 s=0\n"
        "     2: 0x0 GC :0:0 s=0\n"
        "     3: 0x0 M=1 \n"
        "Mappings\n"
        "1: 0x0/0xffffffffffffffff/0x0   \n");
}

std::string StackLines(const Words& samples) {
  const std::string listing = Listing(Bytes(Join({kHeader, samples, kEnd}), kForms[2]));
  const std::size_t begin = listing.find("nanoseconds\n", listing.find("Samples:")) + 12;
  return listing.substr(begin, listing.find("Locations") - begin);
}

TEST_CASE("The signal handler's frames go when nearly all samples have them") {
  // Two handlers, and only two, though a third frame is in all stacks, too.
  CHECK(StackLines({1, 5, 0x10, 0x91, 0x92, 0x93, 0x20, 1, 5, 0x11, 0x91, 0x92, 0x93, 0x20}) ==
        "          1   10000000: 1 2 3 \n"
        "          1   10000000: 4 2 3 \n");
  // One sample of three is without it.
  CHECK(StackLines({1, 2, 0x10, 0x91, 1, 2, 0x11, 0x91, 1, 2, 0x12, 0x92}) ==
        "          1   10000000: 1 2 \n"
        "          1   10000000: 3 2 \n"
        "          1   10000000: 4 5 \n");
}

TEST_CASE("A leaf that is noted twice counts once") {
  // The second one's location stays in its table, as in pprof.
  CHECK(StackLines({1, 3, 0x10, 0x10, 0x20, 1, 3, 0x11, 0x30, 0x20}) ==
        "          1   10000000: 1 3 \n"
        "          1   10000000: 4 5 3 \n");
}

TEST_CASE("A CPU profile that is cut off says so") {
  const std::string bytes = Bytes(Join({kHeader, {1, 1, 0x10}, {1, 9, 0x11}}), kForms[2]);
  CHECK(Listing(bytes) ==
        "this is a gperftools CPU profile, but it is cut off or damaged in its sample 2");
}

TEST_CASE("A depth that no file could hold is no reason to allocate") {
  const Form form = GENERATE(kForms[0], kForms[1], kForms[2], kForms[3]);
  INFO(form.name);
  CHECK_FALSE(Parse(Bytes(Join({kHeader, {1, ~std::uint64_t{0}, 0x10}}), form)).ok());
}

}  // namespace
}  // namespace burnglass
