#include "base/table_cell.h"

#include "base/unseen.h"

namespace burnglass {
namespace {

std::string_view Apostrophe(std::string_view text) {
  constexpr std::string_view kFormula = "=+-@\t\r\n";
  return !text.empty() && kFormula.find(text[0]) != kFormula.npos ? "'" : "";
}

}  // namespace

std::string CsvCell(std::string_view text) {
  std::string quoted = "\"";
  quoted += Apostrophe(text);
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string TabsCell(std::string_view text) {
  std::string plain(Apostrophe(text));
  for (const char c : text) plain += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  return plain;
}

std::string MarkdownCell(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>()#|~&!";
  std::string escaped;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t unseen = UnseenLength(text, i); unseen > 0) {
      escaped += ' ';
      i += unseen;
      continue;
    }
    if (kMarkup.find(text[i]) != kMarkup.npos) escaped += '\\';
    escaped += text[i++];
  }
  return escaped;
}

}  // namespace burnglass
