#include "base/json_writer.h"

#include <cmath>
#include <cstdio>

#include "base/json_text.h"
#include "base/utf8.h"

namespace burnglass {
void JsonWriter::Separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::Open(char bracket) {
  Separate();
  text_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  text_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Separate();
  AppendJson(text_, name);
  text_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::Text(std::string_view text) {
  Separate();
  if (IsUtf8(text)) {
    AppendJson(text_, text);
  } else {
    AppendJson(text_, RepairUtf8(text));
  }
  return *this;
}

JsonWriter& JsonWriter::Int64(std::int64_t value) {
  Separate();
  text_ += '"' + std::to_string(value) + '"';
  return *this;
}

JsonWriter& JsonWriter::Count(std::uint64_t value) {
  Separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::Number(double value, int decimals) {
  if (!std::isfinite(value)) return Null();
  Separate();
  char digits[400];
  std::snprintf(digits, sizeof digits, "%.*f", decimals, value);
  std::string_view number = digits;
  if (number.find('.') != std::string_view::npos) {
    number.remove_suffix(number.size() - 1 - number.find_last_not_of('0'));
    if (number.back() == '.') number.remove_suffix(1);
  }
  text_ += number == "-0" ? "0" : number;
  return *this;
}

JsonWriter& JsonWriter::Bool(bool value) { return Plain(value ? "true" : "false"); }

JsonWriter& JsonWriter::Plain(std::string_view json) {
  Separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::Null() { return Plain("null"); }

}  // namespace burnglass
