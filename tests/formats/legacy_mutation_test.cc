// Broken files in great number: whatever is read, nothing crashes, nothing takes long, and each
// file becomes a profile that is sound or an error that can be printed.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "formats/legacy.h"
#include "formats/mutate.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

// Pieces that mean something to one reader or another.
const std::vector<std::string> kPieces = {"0x",
                                          "@",
                                          "-",
                                          "--- ",
                                          "\n",
                                          "\r\n",
                                          " ",
                                          ":",
                                          "[",
                                          "]",
                                          "#",
                                          "=",
                                          "$",
                                          "$build",
                                          "(",
                                          ")",
                                          "/",
                                          "99999999999999999999",
                                          "--- Memory map: ---\n",
                                          "MAPPED_LIBRARIES:\n",
                                          "--- Thread 1 (name: a/1) stack: ---\n",
                                          "build=/x\n",
                                          "goroutine 7 [select]:\n",
                                          "goroutine 7 [running, 3 minutes] {a: 1}:\n",
                                          "created by main.f in goroutine 1\n",
                                          "...2 frames elided...\n",
                                          "\t",
                                          "\n\n",
                                          "(...)",
                                          "# labels: {\"a\":\"b\"}\n",
                                          "# runtime.MemStats\n",
                                          "+0x",
                                          std::string(8, '\0'),
                                          std::string(8, '\xff')};

void CheckOutcome(const Result<ProfileData>& result) {
  if (result.ok()) {
    const Status status = CheckProfile(*result);
    INFO((status.ok() ? "" : status.error().message));
    REQUIRE(status.ok());
  } else {
    INFO(result.error().message);
    REQUIRE(IsPrintable(result.error().message));
  }
}

TEST_CASE("Legacy files that are broken at random are read or refused, never more") {
  const std::string folder = SharedPath("conformance/");
  Random random(20240229);
  for (const std::string name :
       {"google-pprof/profile/cppbench.contention", "google-pprof/profile/cppbench.cpu",
        "google-pprof/profile/cppbench.growth", "google-pprof/profile/cppbench.heap",
        "google-pprof/profile/cppbench.thread", "google-pprof/profile/go.crc32.cpu",
        "google-pprof/profile/go.godoc.thread", "google-pprof/profile/gobench.heap",
        "google-pprof/profile/java.contention", "google-pprof/profile/java.cpu",
        "google-pprof/profile/java.heap", "go-real/goroutine.debug1.txt",
        "go-real/mutex.debug1.txt", "go-real/go1.26/heap.debug1.txt",
        "go-real/go1.19/goroutine.debug2.txt", "go-real/labels/default/goroutine.debug1.txt",
        "go-real/labels/default/goroutine.debug2.txt"}) {
    const std::string file = ReadFile(folder + name);
    for (int round = 0; round < 150; ++round) {
      std::string bytes = file;
      for (std::size_t i = 0; i <= Below(random, 6); ++i) Mutate(bytes, kPieces, random);
      INFO(name << ", round " << round);
      for (const GoText go : {GoText::kRead, GoText::kAsPprof}) {
        CheckOutcome(ParseLegacy(std::as_bytes(std::span(bytes.data(), bytes.size())), go));
      }
    }
  }
}

TEST_CASE("A legacy file that is cut off anywhere is read or refused") {
  const std::string pprofs = "google-pprof/profile/", labels = "go-real/labels/default/";
  for (const std::string& name :
       {pprofs + "gobench.heap", pprofs + "cppbench.thread", pprofs + "java.contention",
        pprofs + "java.cpu", labels + "goroutine.debug1.txt", labels + "goroutine.debug2.txt"}) {
    const std::string file = ReadFile(SharedPath("conformance/") + name);
    for (std::size_t size = 0; size < file.size(); ++size) {
      INFO(name << " cut to " << size << " bytes");
      CheckOutcome(ParseLegacy(std::as_bytes(std::span(file.data(), size))));
    }
  }
}

}  // namespace
}  // namespace burnglass
