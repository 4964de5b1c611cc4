// Tables of recorded results: tab-separated rows under a line of headings.
#pragma once

#include <string>
#include <vector>

namespace burnglass {

// The rows of a table of the shared data, without the headings, each with at least `columns` cells.
// A running test fails when there is no row.
std::vector<std::vector<std::string>> ReadTable(const std::string& path, std::size_t columns);

}  // namespace burnglass
