// A Query as pprof's URL parameters.
#include <array>
#include <optional>

#include "query/query.h"

namespace burnglass {
namespace {

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

void AppendEncoded(std::string& text, std::string_view value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : value) {
    if (IsPlain(c)) {
      text += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      text += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// A '+' is a space, as in pprof's own links.
std::optional<std::string> Decode(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      value += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = HexDigit(text[i + 1]);
    const int low = HexDigit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    value += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return value;
}

const QueryField* FindByUrlName(std::string_view name) {
  for (const QueryField& field : kQueryFields) {
    if (field.url_name == name) return &field;
  }
  return nullptr;
}

}  // namespace

std::string QueryText(const Query& query) {
  std::string text;
  for (const QueryField& field : kQueryFields) {
    const std::string& value = query.*field.value;
    if (value.empty()) continue;
    if (!text.empty()) text += '&';
    text += field.url_name;
    text += '=';
    AppendEncoded(text, value);
  }
  return text;
}

Result<Query> ParseQuery(std::string_view text) {
  Query query;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    const QueryField* field = FindByUrlName(name);
    if (field == nullptr) {
      return Error{"a query has no part named \"" + std::string(name) + "\""};
    }
    const std::optional<std::string> value =
        Decode(equals == part.npos ? std::string_view() : part.substr(equals + 1));
    if (!value) {
      return Error{"the value of \"" + std::string(name) +
                   "\" has a % that is not followed by two hexadecimal digits"};
    }
    query.*field->value = *value;
  }
  return query;
}

}  // namespace burnglass
