#include "base/xml_text.h"

#include <algorithm>

#include "base/unseen.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

constexpr std::string_view kReplaced = "\xef\xbf\xbd";

// A character that XML lacks (U+FFFE, U+FFFF) or that turns text around; 0: none.
std::size_t BadLength(std::string_view text, std::size_t i) {
  if (text[i] == '\n' || text[i] == '\t') return 0;
  const std::string_view c = text.substr(i, 3);
  if (c == "\xef\xbf\xbe" || c == "\xef\xbf\xbf") return 3;
  return UnseenLength(text, i);
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
  for (std::size_t i = 0; i < repaired.size();) {
    const std::string_view escape = Escape(repaired[i]);
    const std::size_t bad = BadLength(repaired, i);
    if (bad > 0) {
      xml += kReplaced;
    } else if (!escape.empty()) {
      xml += escape;
    } else {
      xml += repaired[i];
    }
    i += std::max<std::size_t>(bad, 1);
  }
  return xml;
}

}  // namespace burnglass
