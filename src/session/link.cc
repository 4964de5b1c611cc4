#include "session/link.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool Plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

std::string Encoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (Plain(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += kHexDigits[byte >> 4];
    result += kHexDigits[byte & 15];
  }
  return result;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<std::string> Decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = HexDigit(text[i + 1]), low = HexDigit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

void Add(std::string& link, std::string_view name, std::string_view value) {
  if (!link.empty()) link += '&';
  link.append(name).append("=").append(value);
}

Status TakePart(LinkState& state, std::string_view name, std::string_view value) {
  if (name == "view") {
    for (const View view : {View::kFlame, View::kTop, View::kFacts}) {
      if (ViewName(view) == value) return state.view = view, Done{};
    }
    return Error{"no view is called \"" + std::string(value) + '"'};
  }
  if (name == "root") {
    if (value != "top" && value != "bottom") return Error{"the root is at the top or the bottom"};
    state.root_at_bottom = value == "bottom";
    return Done{};
  }
  std::optional<std::string> pattern = Decoded(value);
  if (!pattern) return Error{"the pattern of the search is not percent-encoded"};
  state.pattern = *std::move(pattern);
  return Done{};
}

bool OfLook(std::string_view name) { return name == "view" || name == "root" || name == "search"; }

}  // namespace

std::string LinkText(const LinkState& state) {
  std::string link = QueryText(state.query);
  if (state.view != View::kFlame) Add(link, "view", ViewName(state.view));
  if (state.root_at_bottom) Add(link, "root", "bottom");
  if (!state.pattern.empty()) Add(link, "search", Encoded(state.pattern));
  return link;
}

Result<LinkState> ParseLink(std::string_view text) {
  LinkState state;
  std::string query;
  if (text.starts_with('#')) text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    if (equals != std::string_view::npos && OfLook(name)) {
      const Status status = TakePart(state, name, part.substr(equals + 1));
      if (!status) return status.error();
    } else {
      if (!query.empty()) query += '&';
      query += part;
    }
  }
  Result<Query> parsed = ParseQuery(query);
  if (!parsed) return parsed.error();
  state.query = parsed.Take();
  return state;
}

}  // namespace burnglass
