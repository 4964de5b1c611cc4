// Dumps of goroutines, drawn as Go prints them.
#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "formats/drawn_stacks.h"
#include "formats/loading.h"
#include "profile/kind.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Texts = std::vector<std::string>;

ProfileData Loaded(std::string_view text) {
  Result<ProfileData> loaded = Load(text);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  const Status status = CheckProfile(*loaded);
  INFO((status.ok() ? "" : status.error().message));
  REQUIRE(status.ok());
  return loaded.Take();
}

// The labels of a dump of one goroutine with this header.
std::string LabelsOf(const std::string& header) {
  const ProfileData data = Loaded(header + "\nmain.main()\n\t/srv/main.go:4 +0x1d\n");
  REQUIRE(data.stack_ends.size() == 1);
  return DrawLabels(data, 0);
}

std::string_view TextOf(const ProfileData& data, std::size_t goroutine) {
  const Goroutine& one = data.goroutines.at(goroutine);
  return std::string_view(data.goroutine_text).substr(one.begin, one.end - one.begin);
}

TEST_CASE("A dump is one sample for each goroutine, with its stack and what its header says") {
  const ProfileData data = Loaded(
      "goroutine 1 [running]:\n"
      "main.main()\n"
      "\t/srv/app/main.go:12 +0x25\n"
      "\n"
      "goroutine 34 [chan receive, 3 minutes]:\n"
      "main.(*queue).pop(0xc000010000, {0x7a9857, 0x14})\n"
      "\t/srv/app/queue.go:269 +0x18\n"
      "main.serve({0xb4d4b8?, 0x30779274e000?})\n"
      "\t/srv/app/main.go:30 +0x91\n"
      "created by main.main in goroutine 1\n"
      "\t/srv/app/main.go:10 +0x1d\n");
  CHECK(DrawSamples(data) ==
        Texts{"1: main.main /srv/app/main.go:12 {state=running, goroutine=1 id}",
              "1: main.(*queue).pop /srv/app/queue.go:269 < main.serve /srv/app/main.go:30 "
              "{state=chan receive, wait=3 minutes, created by=main.main, goroutine=34 id}"});
  CHECK(data.strings[data.sample_types[0].type] == "goroutine");
  CHECK(data.strings[data.sample_types[0].unit] == "count");
  CHECK(ProfileKind(Profile(data)) == "goroutine");
  CHECK(data.drop_frames == 0);
}

TEST_CASE("Each goroutine keeps its text, and what two dumps are compared by") {
  const ProfileData data = Loaded(
      "goroutine 7 [select, 12 minutes, locked to thread]:\r\n"
      "main.work(...)\r\n"
      "\tC:/src/main.go:30\r\n"
      "created by main.start in goroutine 1\r\n"
      "\tC:/src/main.go:10 +0x1d\r\n"
      "\r\n"
      "goroutine 8 [select (no cases) (leaked)]:\r\n"
      "main.main()\r\n"
      "\tC:/src/main.go:12 +0x25\r\n"
      "exit status 2\r\n");
  REQUIRE(data.goroutines.size() == 2);
  CHECK(TextOf(data, 0) ==
        "goroutine 7 [select, 12 minutes, locked to thread]:\n"
        "main.work(...)\n"
        "\tC:/src/main.go:30\n"
        "created by main.start in goroutine 1\n"
        "\tC:/src/main.go:10 +0x1d\n");
  CHECK(TextOf(data, 1) ==
        "goroutine 8 [select (no cases) (leaked)]:\n"
        "main.main()\n"
        "\tC:/src/main.go:12 +0x25\n");
  const Goroutine& first = data.goroutines[0];
  CHECK(first.id == 7);
  CHECK(data.strings[first.state] == "select");
  CHECK(first.wait_minutes == 12);
  CHECK(data.strings[first.created_by] == "main.start");
  CHECK(first.created_in == 1);
  CHECK(first.locked);
  CHECK_FALSE(first.leaked);
  CHECK(data.goroutines[1].sample == 1);
  CHECK(data.goroutines[1].leaked);
  CHECK(DrawStack(data, 0) == "main.work C:/src/main.go:30");
}

TEST_CASE("The header of a goroutine, from Go 1.9 to 1.27") {
  CHECK(LabelsOf("goroutine 5 [IO wait]:") == "state=IO wait, goroutine=5 id");
  CHECK(LabelsOf("goroutine 5 [chan receive (nil chan), 1053 minutes]:") ==
        "state=chan receive (nil chan), wait=1053 minutes, goroutine=5 id");
  CHECK(LabelsOf("goroutine 5 [select (no cases) (leaked), locked to thread]:") ==
        "state=select (no cases), goroutine=5 id, locked to thread=true, leaked=true");
  CHECK(LabelsOf("goroutine 5 [runnable (scan), 2 minutes, locked to thread]:") ==
        "state=runnable, wait=2 minutes, goroutine=5 id, locked to thread=true");
  CHECK(LabelsOf("goroutine 5 [sleep (durable), 2 minutes, synctest bubble 3]:") ==
        "state=sleep, wait=2 minutes, goroutine=5 id, synctest bubble=3 id");
  CHECK(LabelsOf("goroutine 5 gp=0xc000002380 m=nil [GC worker (idle)]:") ==
        "state=GC worker (idle), goroutine=5 id");
  CHECK(LabelsOf("goroutine 0 gp=0x59d1e0 m=0 mp=0x59d960 [idle]:") ==
        "state=idle, goroutine=0 id");
  CHECK(LabelsOf(R"(goroutine 5 [select] {handler: /orders, n: 0, "quo\"te": "a b, c:d"}:)") ==
        "state=select, goroutine=5 id, handler=/orders, n=0, quo\"te=a b, c:d");
  CHECK(LabelsOf(R"(goroutine 5 [select] {k: "\x41\u00e9\n]"}:)") ==
        "state=select, goroutine=5 id, k=A\u00e9\n]");
  // What is not known yet is not lost.
  CHECK(LabelsOf("goroutine 5 [select, on strike, 2 minutes]:") ==
        "state=select, on strike, wait=2 minutes, goroutine=5 id");
}

TEST_CASE("Lines that only look like a header begin no goroutine") {
  for (const std::string line :
       {"goroutine 5:", "goroutine five [select]:", "goroutine 5 [select]", "goroutine 5 select]:",
        "goroutine 5 was [lost]:", "goroutine 99999999999999999999 [select]:", "goroutine  [x]:",
        "goroutine 5 ]select[:", "goroutine 5 [select] and more:", "goroutine profile: total 2"}) {
    INFO(line);
    CHECK(ErrorOf(Load(line + "\nmain.main()\n\t/srv/main.go:4 +0x1d\n")) != "");
  }
}

TEST_CASE("Inlined frames are lines of the function that holds them") {
  const ProfileData data = Loaded(
      "goroutine 1 [running]:\n"
      "net/http.(*Client).Do(...)\n"
      "\tnet/http/client.go:604\n"
      "net/http.(*Client).Get(...)\n"
      "\tnet/http/client.go:491\n"
      "main.get(0xbb2388, ...)\n"
      "\tmain.go:5 +0x5f\n"
      "main.Map[...](...)\n"
      "\tmain.go:7 +0x4\n"
      "main.main(...)\n"
      "\tmain.go:9\n");
  CHECK(DrawStack(data, 0) ==
        "net/http.(*Client).Do net/http/client.go:604 in "
        "net/http.(*Client).Get net/http/client.go:491 in main.get main.go:5 < "
        "main.Map[...] main.go:7 < main.main main.go:9");
  CHECK(data.locations.size() == 3);
}

TEST_CASE("Frames that Go left out are told by a label") {
  const auto labels = [](const std::string& elided) {
    const ProfileData data = Loaded("goroutine 1 [running]:\nmain.a()\n\ta.go:1 +0x1\n" + elided +
                                    "\nmain.b()\n\tb.go:2 +0x2\n");
    CHECK(DrawStack(data, 0) == "main.a a.go:1 < main.b b.go:2");
    return DrawLabels(data, 0);
  };
  CHECK(labels("...201 frames elided...") ==
        "state=running, goroutine=1 id, elided frames=201 count");
  CHECK(labels("...additional frames elided...") ==
        "state=running, goroutine=1 id, elided frames=some");
}

TEST_CASE("Ancestors are no part of a stack") {
  const ProfileData data = Loaded(
      "goroutine 20 [IO wait]:\n"
      "net.accept(0xc0000da000)\n"
      "\tnet.go:172 +0x29\n"
      "created by main.start in goroutine 1\n"
      "\thttp.go:27 +0x87\n"
      "[originating from goroutine 1]:\n"
      "main.start(...)\n"
      "\thttp.go:30 +0x87\n"
      "created by main.other\n"
      "\thttp.go:14 +0x13\n");
  CHECK(DrawStack(data, 0) == "net.accept net.go:172");
  CHECK(DrawLabels(data, 0) == "state=IO wait, created by=main.start, goroutine=20 id");
  CHECK(TextOf(data, 0).ends_with("created by main.other\n\thttp.go:14 +0x13\n"));
}

TEST_CASE("A panic: the message, the goroutines, nothing of what is printed around them") {
  const ProfileData data = Loaded(
      "2026/01/02 12:00:00 listening on :8080\n"
      "panic: no orders left\n"
      "\tpanic: again\n"
      "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x45d5e3]\n"
      "\n"
      "goroutine 1 [running]:\n"
      "main.main()\n"
      "\t/tmp/x.go:4 +0x1d\n"
      "exit status 2\n"
      "FAIL\tburn.example/app\t0.5s\n");
  CHECK(DrawSamples(data) == Texts{"1: main.main /tmp/x.go:4 {state=running, goroutine=1 id}"});
  CHECK(DrawFacts(data) ==
        Texts{"message=panic: no orders left\n\tpanic: again\n"
              "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x45d5e3]"});
}

TEST_CASE("A crash: frames with addresses, code of C, registers") {
  const ProfileData data = Loaded(
      "SIGQUIT: quit\n"
      "PC=0x46a5e1 m=0 sigcode=0\n"
      "\n"
      "goroutine 0 gp=0x59d1e0 m=0 mp=0x59d960 [idle]:\n"
      "non-Go function at pc=0x7f10\n"
      "wait_for_it\n"
      "\twait.c:12 pc=0x7f20\n"
      "runtime.futex(0x59daa0, 0x80)\n"
      "\t/go/src/runtime/sys.s:557 +0x21 fp=0x7ffd sp=0x7ffc pc=0x46a5e1\n"
      "runtime.main()\n"
      "\t/go/src/runtime/proc.go:271 +0x29 fp=0x7fff sp=0x7ffe pc=0x437000\n"
      "\n"
      "rax    0xca\n"
      "rip    0x46a5e1\n"
      "rax    0x1\n");
  CHECK(DrawStack(data, 0) ==
        "non-Go function < wait_for_it wait.c:12 < runtime.futex /go/src/runtime/sys.s:557 < "
        "runtime.main /go/src/runtime/proc.go:271");
  const auto address = [&](std::size_t i) { return data.locations[data.stacks[i]].address; };
  CHECK(address(0) == 0x7f10);
  CHECK(address(3) == 0x436fff);
  CHECK(DrawFacts(data) ==
        Texts{"message=SIGQUIT: quit\nPC=0x46a5e1 m=0 sigcode=0", "rax=0xca", "rip=0x46a5e1"});
}

TEST_CASE("What runs on another thread is counted once, with the stack that its thread tells") {
  const std::string list =
      "fatal error: oh\n"
      "\n"
      "goroutine 7 gp=0x1 m=3 mp=0x2 [running]:\n"
      "\tgoroutine running on other thread; stack unavailable\n"
      "created by main.main in goroutine 1\n"
      "\tmain.go:9 +0x1\n"
      "\n"
      "goroutine 8 [select]:\n"
      "main.b()\n"
      "\tmain.go:2 +0x2\n";
  const ProfileData alone = Loaded(list);
  CHECK(DrawSamples(alone) == Texts{"1:  {state=running, created by=main.main, goroutine=7 id, "
                                    "stack unavailable=true}",
                                    "1: main.b main.go:2 {state=select, goroutine=8 id}"});
  CHECK(alone.goroutines[0].unavailable);

  const ProfileData told = Loaded(list +
                                  "\n-----\n\n"
                                  "goroutine 7 gp=0x1 m=3 mp=0x2 [running]:\n"
                                  "main.a()\n"
                                  "\tmain.go:1 +0x1\n");
  CHECK(DrawSamples(told) == Texts{"1: main.b main.go:2 {state=select, goroutine=8 id}",
                                   "1: main.a main.go:1 {state=running, goroutine=7 id}"});
  CHECK(told.goroutines[1].sample == 1);
  CHECK(told.repaired.empty());
}

TEST_CASE("Goroutines of two dumps in one file are all counted, and it is said") {
  const std::string dump = "goroutine 7 [select]:\nmain.a()\n\tmain.go:1 +0x1\n\n";
  const ProfileData data = Loaded(dump + dump);
  CHECK(data.stack_ends.size() == 2);
  CHECK(data.repaired == Texts{"goroutines come more than once, as if there were several dumps in "
                               "one file: 1 are counted again"});
}

TEST_CASE("Dumps that end early keep what they have") {
  const ProfileData empty = Loaded("goroutine 1 [running]:\n\ngoroutine 2 [running]:");
  CHECK(DrawSamples(empty) ==
        Texts{"1:  {state=running, goroutine=1 id}", "1:  {state=running, goroutine=2 id}"});
  const ProfileData partial = Loaded("goroutine 1 [running]:\nmain.main()\n\ngoroutine 2 [x]:\nma");
  CHECK(DrawStack(partial, 0) == "main.main");
  CHECK(DrawStack(partial, 1) == "");
}

TEST_CASE("pprof reads no dumps, and so it is said where pprof is followed") {
  const std::string dump = "panic: oh\n\ngoroutine 7 [select]:\nmain.f()\n";
  CHECK(ErrorOf(LoadProfile(BytesOf(dump), {.as_pprof = true})) ==
        "this is a goroutine dump (debug=2), which pprof does not read");
}

TEST_CASE("Dumps recorded from real programs: all goroutines, no frame lost") {
  const std::string folder = SharedPath("conformance/go-real/");
  for (const std::string name :
       {"goroutine.debug2.txt", "goroutineleak.debug2.txt", "go1.19/goroutine.debug2.txt",
        "go1.26/goroutine.debug2.txt", "go1.26/goroutineleak.debug2.txt",
        "labels/default/goroutine.debug2.txt", "labels/godebug0/goroutine.debug2.txt"}) {
    INFO(name);
    const std::string text = ReadFile(folder + name);
    const ProfileData data = Loaded(text);
    std::string again;
    for (std::size_t i = 0; i < data.goroutines.size(); ++i) {
      again += (again.empty() ? "" : "\n") + std::string(TextOf(data, i));
    }
    CHECK(again == text);
    CHECK(data.repaired.empty());
    // The lines of places, but for those of who created the goroutine.
    std::size_t frames = 0, places = 0;
    for (const std::uint32_t i : data.stacks) {
      frames += data.locations[i].line_end - data.locations[i].line_begin;
    }
    for (std::size_t at = text.find("\n\t"); at != text.npos; at = text.find("\n\t", at + 1)) {
      ++places;
    }
    for (std::size_t at = text.find("\ncreated by"); at != text.npos;
         at = text.find("\ncreated by", at + 1)) {
      --places;
    }
    CHECK(frames == places);
  }
}

TEST_CASE("A hundred thousand goroutines are read at once") {
  std::string dump;
  for (int i = 1; i <= 100'000; ++i) {
    const std::string id = std::to_string(i);
    dump += "goroutine " + id + " [chan receive, 3 minutes]:\n";
    for (const std::string function : {"pop", "next", "handle", "serve", "run"}) {
      dump += "burn.example/queue.(*Queue)." + function + "(0xc0000" + id + ", {0x7a9857, 0x14})\n";
      dump +=
          "\t/srv/app/burn.example/queue/queue.go:" + std::to_string(function.size()) + " +0x18\n";
    }
    dump += "created by main.start in goroutine 1\n\t/srv/app/main.go:10 +0x1d\n\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const ProfileData data = Loaded(dump);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  CHECK(data.goroutines.size() == 100'000);
  CHECK(data.locations.size() == 5);
  // Far more than an optimized build needs; a checked one on a busy machine is slow.
  CHECK(took.count() < 20);
}

}  // namespace
}  // namespace burnglass
