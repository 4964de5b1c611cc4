#include "formats/legacy.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "formats/legacy_formats.h"
#include "formats/legacy_mappings.h"
#include "formats/profile_listing.h"
#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

// As pprof reads it; what more is made of Go's text has its own tests.
Result<ProfileData> Parse(std::string_view text) {
  return ParseLegacy(std::as_bytes(std::span(text.data(), text.size())), GoText::kAsPprof);
}

ProfileData Parsed(std::string_view text) {
  Result<ProfileData> result = Parse(text);
  INFO((result.ok() ? "" : result.error().message));
  REQUIRE(result.ok());
  ProfileData data = result.Take();
  const Status status = CheckProfile(data);
  INFO((status.ok() ? "" : status.error().message));
  REQUIRE(status.ok());
  return data;
}

std::string ErrorOf(std::string_view text) {
  const Result<ProfileData> result = Parse(text);
  return result.ok() ? "" : result.error().message;
}

// "type/unit type/unit"
std::string TypesOf(const ProfileData& data) {
  std::string text;
  for (const ValueType& type : data.sample_types) {
    text += (text.empty() ? "" : " ") + std::string(data.strings[type.type]) + "/" +
            std::string(data.strings[type.unit]);
  }
  return text;
}

using Samples = std::vector<std::string>;

// "1 2 @ 0x12 0x34" for each sample, the leaf first.
Samples SamplesOf(const ProfileData& data) {
  Samples samples;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < data.stack_ends.size(); ++i) {
    std::string text;
    for (const auto& column : data.values) text += std::to_string(column[i]) + " ";
    text += "@";
    for (; begin < data.stack_ends[i]; ++begin) {
      text += " " + ListHex(data.locations[data.stacks[begin]].address);
    }
    samples.push_back(text);
  }
  return samples;
}

TEST_CASE("Every legacy profile of pprof's own tests reads as pprof reads it") {
  const std::string folder = SharedPath("conformance/google-pprof/profile/");
  for (const std::string name :
       {"cppbench.contention", "cppbench.cpu", "cppbench.growth", "cppbench.heap",
        "cppbench.thread", "cppbench.thread.all", "cppbench.thread.none", "go.crc32.cpu",
        "go.godoc.thread", "gobench.cpu", "gobench.heap", "java.contention", "java.cpu",
        "java.heap"}) {
    INFO(name);
    CHECK(ListProfile(Parsed(ReadFile(folder + name))) == ReadFile(folder + name + ".string"));
  }
}

TEST_CASE("Real legacy profiles are read, what pprof refuses is refused with a sentence") {
  for (const auto& row : ReadTable(SharedPath("profiles/INDEX.tsv"), 24)) {
    const std::string &path = row[0], &format = row[7], &by_pprof = row[23];
    if (format == "pprof" || format == "zstd" || format == "badgz") continue;
    INFO(path);
    const std::string bytes = ReadFile(SharedPath("profiles/" + path));
    if (by_pprof == "ok") {
      CHECK_FALSE(Parsed(bytes).stack_ends.empty());
    } else {
      CHECK(ErrorOf(bytes) != "");
    }
  }
}

TEST_CASE("Heap samples are unsampled as pprof does") {
  const std::string table = SharedPath("conformance/google-pprof/unit/scale_heap_sample.tsv");
  for (const auto& row : ReadTable(table, 5)) {
    const auto number = [&](std::size_t i) { return std::stoll(row[i]); };
    INFO(row[0] << " blocks, " << row[1] << " bytes, rate " << row[2]);
    const HeapAmount amount = UnsampledHeap({number(0), number(1)}, number(2));
    CHECK(amount.count == number(3));
    CHECK(amount.bytes == number(4));
  }
}

TEST_CASE("Lines of mappings are taken as pprof takes them") {
  const std::string table = SharedPath("conformance/google-pprof/unit/mapping_entry.tsv");
  for (const auto& row : ReadTable(table, 2)) {
    const std::string line = row[0].substr(1, row[0].size() - 2);
    INFO(line);
    const std::optional<MappingLine> mapping = ParseMappingLine(line);
    if (row[1] == "ok") {
      REQUIRE(mapping.has_value());
      CHECK(mapping->executable);
      CHECK(ListHex(mapping->start) == row.at(2));
      CHECK(ListHex(mapping->limit) == row.at(3));
      CHECK(ListHex(mapping->offset) == row.at(4));
      CHECK(mapping->file == row.at(5));
      CHECK(mapping->build_id == row.at(6));
    } else if (row[1] == "<nil>") {
      REQUIRE(mapping.has_value());
      CHECK_FALSE(mapping->executable);
    } else {
      CHECK_FALSE(mapping.has_value());
    }
  }
}

TEST_CASE("A mapping's line may be as odd as pprof's patterns allow") {
  const auto range = [](std::string_view line) {
    const std::optional<MappingLine> mapping = ParseMappingLine(line);
    return mapping ? ListHex(mapping->start) + "-" + ListHex(mapping->limit) : "none";
  };
  CHECK(range("deadline") == "0xdea-0xd");
  CHECK(range("400000 0x500000 /bin/x") == "0x400000-0x500000");
  CHECK(range("400000 00:1f 12 /bin/x") == "0x40000-0x0");
  CHECK(range("00x5") == "0x0-0x5");
  CHECK(range("0x5") == "none");
  CHECK(range("400000-500000 10000000000000000 00:00 0") == "none");
  // The beginning of a file's name is taken for permissions.
  CHECK_FALSE(ParseMappingLine("400000-500000: prog")->executable);
  CHECK(ParseMappingLine("400000-500000: xprog")->file == "");
}

TEST_CASE("A heap profile in Go's text: both pairs of columns, twice the rate, comments") {
  const ProfileData data = Parsed(
      "heap profile: 1: 1024 [3: 4096] @ heap/1048576\n"
      "1: 1024 [3: 4096] @ 0x10 0x20\n"
      "#\t0xf\tmain.leak+0x1\tmain.go:3\n"
      "\n"
      "0: 0 [0: 0] @ 0x30\n"
      "# runtime.MemStats\n"
      "# Alloc = 12\n");
  CHECK(TypesOf(data) ==
        "alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes");
  CHECK(data.period == 524288);
  // 3 blocks of 1365 bytes on average are 3 / (1 - exp(-1365.3 / 524288)), and so on.
  CHECK(SamplesOf(data) == Samples{"1153 1574912 512 524800 @ 0xf 0x1f", "0 0 0 0 @ 0x2f"});
  REQUIRE(data.labels.size() == 2);
  CHECK(data.strings[data.labels[0].key] == "bytes");
  CHECK(data.labels[0].num == 1024);
  CHECK(data.labels[1].num == 0);
}

TEST_CASE("A growth profile and an exact heap profile count as they are") {
  CHECK(SamplesOf(Parsed("heap profile: 1: 8 [1: 8] @ growthz\n 2: 64 [2: 64] @ 0x8\n")) ==
        Samples{"2 64 @ 0x7"});
  CHECK(SamplesOf(Parsed("heap profile: 1: 8 [1: 8] @ heapprofile\n-2: -64 [2: 64] @ 0x8\n")) ==
        Samples{"-2 -64 @ 0x7"});
  CHECK(SamplesOf(Parsed("heap profile: 1: 8 [1: 8] @ fragmentationz\n")) == Samples{});
}

TEST_CASE("A profile of counts moves every address onto its call") {
  const ProfileData data = Parsed(
      "# taken by hand\n"
      "goroutine profile: total 5\r\n"
      "3 @ 0x43a1c5 0x40640d\r\n"
      "# labels: {\"k\":\"v\"}\n"
      "#\t0x43a1c4\tmain.f+0x1\tf.go:1\n"
      "2 @ 0x0\n");
  CHECK(TypesOf(data) == "goroutine/count");
  CHECK(SamplesOf(data) == Samples{"3 @ 0x43a1c4 0x40640c", "2 @ 0xffffffffffffffff"});
  REQUIRE(data.mappings.size() == 1);
  CHECK(data.mappings[0].limit == ~std::uint64_t{0});
}

TEST_CASE("Go's mutex profile: cycles become nanoseconds, the period multiplies both") {
  const ProfileData data = Parsed(
      "--- mutex:\ncycles/second=2000000000\nsampling period=5\ndiscarded samples = 2\n"
      "1000 3 @ 0x10 0x20\n#\t0xf\tmain.f\n");
  CHECK(TypesOf(data) == "contentions/count delay/nanoseconds");
  CHECK(data.period == 5);
  CHECK(SamplesOf(data) == Samples{"15 2500 @ 0xf 0x1f"});
}

TEST_CASE("Threads with the same stack as the one before are added to it") {
  const ProfileData data = Parsed(
      "--- threadz 1 ---\n\n"
      "--- Thread 7f (name: main/1) stack: ---\n  PC: 0x10: f\n  0x20: g\n"
      "--- Thread 80 (name: w/2) stack: ---\n  [same as previous thread]\n"
      "--- Thread 81 (name: w/3) stack: ---\n  0x30\n  0x30\n  0x40\n"
      "--- Memory map: ---\n  00000010-00000050: /bin/x\n");
  CHECK(TypesOf(data) == "thread/count");
  // The leaf is not moved; noted twice it goes once.
  CHECK(SamplesOf(data) == Samples{"2 @ 0x10 0x1f", "1 @ 0x30 0x3f"});
  CHECK(data.strings[data.mappings[data.locations[0].mapping].file] == "/bin/x");
}

TEST_CASE("Java's locks: numbers the other way round, names instead of addresses") {
  const ProfileData data = Parsed(
      "--- contentionz 1 ---\nformat = java\nresolution = microseconds\nsampling period = 100\n"
      "ms since reset = 7\n"
      "  14  2 @ 0x0000000d 0x0e 0x0f 0x10\n\n"
      " 0x000000d com.example.T.f (T.java:12)\n"
      " 0x000000e memset (/lib/libc.so.6)\n"
      " 0x000000f generated stub/JIT\n"
      " 0x0000010 com.example.T.f (U.java:-1)\n");
  CHECK(TypesOf(data) == "contentions/count delay/microseconds");
  CHECK(data.duration_nanos == 7000000);
  CHECK(SamplesOf(data) == Samples{"200 1400 @ 0x0 0x0 0x0 0x0"});
  const auto name = [&](std::size_t location) {
    const Line& line = data.lines[data.locations[location].line_begin];
    const Function& function = data.functions[line.function];
    return std::string(data.strings[function.name]) + " " +
           std::string(data.strings[function.filename]) + ":" + std::to_string(line.line);
  };
  CHECK(name(0) == "com.example.T.f T.java:12");
  CHECK(name(1) == "memset libc.so.6:0");
  CHECK(name(2) == "STUB :0");
  CHECK(name(3) == "com.example.T.f T.java:0");
  CHECK(data.functions.size() == 3);
}

TEST_CASE("Mappings: neighbours join, the main binary comes first, variables are replaced") {
  const ProfileData data = Parsed(
      "goroutine profile: total 1\n1 @ 0x7f0010 0x400010 0x500010 0x900010\n"
      "--- Memory map: ---\n"
      "I0401 12:00:00.000 7 main.cc:33] build=/srv/app\n"
      "7f0000-7f1000 r-xp 00000000 08:01 12 /lib/libc.so.6\n"
      "400000-480000 r-xp 00000000 08:01 11 $build\n"
      "480000-510000 r-xp 00080000 08:01 11 $build\n"
      "510000-520000 rw-p 00110000 08:01 11 $build\n");
  REQUIRE(data.mappings.size() == 3);
  CHECK(data.strings[data.mappings[0].file] == "/srv/app");
  CHECK(ListHex(data.mappings[0].limit) == "0x510000");
  CHECK(data.strings[data.mappings[1].file] == "/lib/libc.so.6");
  CHECK(data.mappings[2].file == 0);
  CHECK(data.locations[0].mapping == 1);
  CHECK(data.locations[1].mapping == 0);
  CHECK(data.locations[2].mapping == 0);
  CHECK(data.locations[3].mapping == 2);
}

TEST_CASE("Variables of mappings that grow without end are given up") {
  std::string text = "goroutine profile: total 1\n1 @ 0x10\nMAPPED_LIBRARIES:\n";
  text.replace(text.find("MAPPED"), 0, "--- ");
  text += "a=xxxxxxxx\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    text += std::string(1, c) + "=";
    for (int i = 0; i < 8; ++i) text += std::string("$") + static_cast<char>(c - 1);
    text += "\n";
  }
  CHECK(SamplesOf(Parsed(text)).size() == 1);
}

TEST_CASE("Frames that nobody wants to see depend on what is measured") {
  const auto drops = [](std::string_view text) {
    const ProfileData data = Parsed(text);
    return std::string(data.strings[data.drop_frames]);
  };
  const std::string heap = drops("heap profile: 1: 8 [1: 8] @ heap_v2/512\n1: 8 [1: 8] @ 0x8\n");
  CHECK(heap.substr(0, 20) == "calloc|cfree|malloc|");
  CHECK(heap.find(R"(|runtime\..*|)") != std::string::npos);
  CHECK(drops("--- mutex:\n1 1 @ 0x8\n").substr(0, 22) == "RecordLockProfileData|");
  CHECK(drops("goroutine profile: total 0\n") ==
        "ProfileData::Add|ProfileData::prof_handler|CpuProfiler::prof_handler|"
        "__pthread_sighandler|__restore");
}

TEST_CASE("A broken line is named by its number") {
  CHECK(ErrorOf("goroutine profile: total 1\n\n1 @\n") ==
        "line 3 is not a count of a goroutine profile: \"1 @\"");
  CHECK(ErrorOf("goroutine profile: total 1\n08 @ 0x1\n") ==
        "line 2 is not a count of a goroutine profile: \"08 @ 0x1\"");
  CHECK(ErrorOf("heap profile: 1: 8 [1: 8] @ heap/8\nnonsense\n") ==
        "line 2 is not a sample of a heap profile: \"nonsense\"");
  CHECK(ErrorOf("heap profile: 1: 8 [1: 8] @ heap/8\n0: 8 [1: 8] @ 0x1\n") ==
        "line 2 has bytes in no blocks: \"0: 8 [1: 8] @ 0x1\"");
  CHECK(ErrorOf("heap profile: 1: 8 [1: 8] @ heap/8\n1: 8 [1: 8] @ 0x11112222333344445\n") ==
        "line 2 has an address of more than 64 bits: \"1: 8 [1: 8] @ 0x11112222333344445\"");
  CHECK(ErrorOf("--- mutex:\ncycles/second=fast\n") ==
        "line 2 is no attribute of a contention profile: \"cycles/second=fast\"");
  CHECK(ErrorOf("--- heapz 1 ---\nformat = java\n1 1 @ 0x1\n") ==
        "this is a Java heap profile, but line 3 comes before any resolution: \"1 1 @ 0x1\"");
}

TEST_CASE("What no reader takes is described") {
  const auto describes = [](std::string_view text, std::string_view what) {
    INFO(text.substr(0, 40));
    CHECK(ErrorOf(text) ==
          "this is " + std::string(what) + ", which this version does not read yet");
  };
  describes("{\"traceEvents\":[]}", "a trace of events (Chrome's JSON)");
  describes("sample_type {\n  type: 1\n}\n", "a profile as protobuf text");
  describes("heap_v2/524288\n  t*: 1: 2 [0: 0]\n", "a jemalloc heap profile");
  describes("app 123 4567.8: 250000 cycles:\n\t    7f12 main (/bin/app)\n",
            "the output of perf script");
  CHECK(ErrorOf("{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\"}") ==
        "this is a speedscope profile (JSON), which pprof does not read");
  CHECK(ErrorOf("main;f;g 12\nmain;h 3\n") ==
        "this is a list of folded stacks, which pprof does not read");
  CHECK(ErrorOf("{}") == "this is JSON, but neither a speedscope nor an OpenTelemetry profile");
  CHECK(ErrorOf("main;f;g 12\nmain;h 3\nmain;i\n") ==
        "this looks like folded stacks, but line 3 does not end in a space and a number: "
        "\"main;i\"");
  CHECK(ErrorOf("\x04\x22\x4d\x18") ==
        "this is lz4-compressed data (lz4 -d unpacks it), which has to be unpacked before it is "
        "opened");
  CHECK(ErrorOf("") == "the file is empty");
  CHECK(ErrorOf("<!DOCTYPE html>\n<html>") ==
        "this is a web page, not a profile; was a login or an error page saved in its place?");
  CHECK(ErrorOf("404 page not found\n") ==
        "this is not a profile: it is text that begins \"404 page not found\"");
  CHECK(ErrorOf(std::string_view("\x01\x02\x03", 3)) ==
        "this is not a profile: it is no text, and begins with the bytes 01 02 03");
}

}  // namespace
}  // namespace burnglass
