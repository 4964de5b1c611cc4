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
                                          std::string(8, '\0'),
                                          std::string(8, '\xff')};

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
        "go-real/mutex.debug1.txt"}) {
    const std::string file = ReadFile(folder + name);
    for (int round = 0; round < 150; ++round) {
      std::string bytes = file;
      for (std::size_t i = 0; i <= Below(random, 6); ++i) Mutate(bytes, kPieces, random);
      INFO(name << ", round " << round);
      const Result<ProfileData> result =
          ParseLegacy(std::as_bytes(std::span(bytes.data(), bytes.size())));
      if (result.ok()) {
        const Status status = CheckProfile(*result);
        INFO((status.ok() ? "" : status.error().message));
        REQUIRE(status.ok());
      } else {
        INFO(result.error().message);
        REQUIRE(IsPrintable(result.error().message));
      }
    }
  }
}

TEST_CASE("A legacy file that is cut off anywhere is read or refused") {
  for (const std::string name :
       {"gobench.heap", "cppbench.thread", "java.contention", "java.cpu"}) {
    const std::string file = ReadFile(SharedPath("conformance/google-pprof/profile/") + name);
    for (std::size_t size = 0; size < file.size(); ++size) {
      INFO(name << " cut to " << size << " bytes");
      const Result<ProfileData> result = ParseLegacy(std::as_bytes(std::span(file.data(), size)));
      REQUIRE((result.ok() ? CheckProfile(*result).ok() : IsPrintable(result.error().message)));
    }
  }
}

}  // namespace
}  // namespace burnglass
