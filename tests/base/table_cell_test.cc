#include "base/table_cell.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

TEST_CASE("No cell of a spreadsheet is a formula") {
  CHECK(CsvCell("=cmd|' /C calc'!A0") == "\"'=cmd|' /C calc'!A0\"");
  CHECK(CsvCell("@x,\"y\"") == "\"'@x,\"\"y\"\"\"");
  CHECK(CsvCell("main.run\nx") == "\"main.run\nx\"");
  for (const char* formula : {"=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"}) {
    CAPTURE(formula);
    CHECK(CsvCell(formula).starts_with("\"'"));
    CHECK(TabsCell(formula).starts_with("'"));
  }
}

TEST_CASE("A cell that tabs part stays one cell of one line") {
  CHECK(TabsCell("a\tb\r\nc") == "a b  c");
  CHECK(TabsCell("main.(*T).Run") == "main.(*T).Run");
  CHECK(TabsCell("") == "");
}

TEST_CASE("A cell of Markdown is text") {
  CHECK(MarkdownCell("<img src=x>") == "\\<img src=x\\>");
  CHECK(MarkdownCell("a|b`c`") == "a\\|b\\`c\\`");
  CHECK(MarkdownCell("a\nb\u202ec\x1b[31m") == "a b c \\[31m");
  CHECK(MarkdownCell("[x](javascript:1)") == "\\[x\\]\\(javascript:1\\)");
}

}  // namespace
}  // namespace burnglass
