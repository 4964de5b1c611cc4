#include "base/xml_text.h"

#include "base/utf8.h"

namespace burnglass {
namespace {

constexpr std::string_view kReplaced = "\xef\xbf\xbd";

// A character of three bytes that XML lacks (U+FFFE, U+FFFF) or that turns text around (U+202A to
// U+202E, U+2066 to U+2069).
bool IsBad(std::string_view c) {
  if (c.substr(0, 2) == "\xef\xbf") return static_cast<unsigned char>(c[2]) >= 0xbe;
  const auto last = static_cast<unsigned char>(c[2]);
  if (c.substr(0, 2) == "\xe2\x80") return last >= 0xaa && last <= 0xae;
  return c.substr(0, 2) == "\xe2\x81" && last >= 0xa6 && last <= 0xa9;
}

std::string_view Escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

}  // namespace

std::string XmlText(std::string_view text) {
  const std::string repaired = RepairUtf8(text);
  std::string xml;
  for (std::size_t i = 0; i < repaired.size(); ++i) {
    const char c = repaired[i];
    const auto byte = static_cast<unsigned char>(c);
    const std::string_view escape = Escape(c);
    if (!escape.empty()) {
      xml += escape;
    } else if ((byte < ' ' && c != '\n' && c != '\t') || c == '\x7f') {
      xml += kReplaced;
    } else if (byte >= 0xe0 && byte < 0xf0 && IsBad(std::string_view(repaired).substr(i, 3))) {
      xml += kReplaced;
      i += 2;
    } else {
      xml += c;
    }
  }
  return xml;
}

}  // namespace burnglass
