#include "support/test_files.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

const std::filesystem::path kSource = BURNGLASS_SOURCE_DIR;

std::filesystem::path SharedFolder() {
  const char* named = std::getenv("BURNGLASS_SHARED");
  // A relative path is meant from the repository, from where scripts/test runs.
  return kSource / (named != nullptr && *named != '\0' ? named : "../shared");
}

}  // namespace

std::string SharedPath(const std::string& name) {
  const std::filesystem::path folder = SharedFolder();
  if (!std::filesystem::exists(folder)) {
    SKIP("no shared data at " << folder.string() << " (BURNGLASS_SHARED)");
  }
  return (folder / name).string();
}

std::string TestDataPath(const std::string& name) {
  return (kSource / "tests/data" / name).string();
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO("reading " << path);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace burnglass
