// Profiles that would fill any memory or take any time, through the command.
#include "support/bombs.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/command.h"

namespace burnglass {
namespace {

std::string Written(const std::string& bytes) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                     ("burnglass-bomb-" + std::to_string(std::rand()) + ".pb");
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

TEST_CASE("The command prints what there is of a profile that is a bomb, or says why not") {
  for (const Bomb& bomb : Bombs()) {
    INFO(bomb.name);
    const std::string file = Written(bomb.bytes);
    const Outcome text = RunCommand(std::vector<std::string>{"pprof", "-top", file});
    const Outcome json = RunCommand(std::vector<std::string>{"top", "--json", file});
    INFO(text.err << json.err);
    const bool opens = *bomb.refused == '\0';
    CHECK((text.status == 0) == opens);
    if (!opens) CHECK(text.err.find(bomb.refused) != std::string::npos);
    if (opens) CHECK((json.out + json.err).find(bomb.top) != std::string::npos);
    // A sum that does not fit is told of.
    if (opens && json.status != 0) CHECK(text.err.find("64 bits") != std::string::npos);
    std::filesystem::remove(file);
  }
}

}  // namespace
}  // namespace burnglass
