// Texts as cells of tables that other programs read.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

// In quotes; what a spreadsheet would take for a formula begins with an apostrophe, which it takes
// for text.
std::string CsvCell(std::string_view text);

// For cells that tabs part: no tab and no line end, and no formula either.
std::string TabsCell(std::string_view text);

// Without any meaning to Markdown and without characters that are not seen.
std::string MarkdownCell(std::string_view text);

}  // namespace burnglass
