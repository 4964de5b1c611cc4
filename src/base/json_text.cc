#include "base/json_text.h"

namespace burnglass {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

}  // namespace

void AppendJson(std::string& json, std::string_view text) {
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (byte < 0x20) {
      json += "\\u00";
      json += kHexDigits[byte >> 4];
      json += kHexDigits[byte & 15];
    } else {
      json += c;
    }
  }
  json += '"';
}

std::string JsonText(std::string_view text) {
  std::string json;
  AppendJson(json, text);
  return json;
}

}  // namespace burnglass
