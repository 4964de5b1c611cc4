#include "support/tables.h"

#include <sstream>

#include <catch2/catch_test_macros.hpp>

#include "support/test_files.h"

namespace burnglass {

std::vector<std::vector<std::string>> ReadTable(const std::string& path, std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(ReadFile(path));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    if (line.empty()) continue;
    std::vector<std::string> cells = {""};
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    INFO(path << ": " << line);
    REQUIRE(cells.size() >= columns);
    rows.push_back(std::move(cells));
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

}  // namespace burnglass
