// JsonWriter: JSON text, written from left to right. Commas and colons come by themselves.
//
//   JsonWriter json;
//   json.BeginObject().Key("name").Text("main.run").Key("flat").Int64(12).EndObject();
//   json.Take() == R"({"name":"main.run","flat":"12"})"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace burnglass {

class JsonWriter {
 public:
  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }

  JsonWriter& Key(std::string_view name);

  // What is not UTF-8 is repaired (base/utf8.h).
  JsonWriter& Text(std::string_view text);
  // A decimal string: numbers of JavaScript are exact only up to 2^53.
  JsonWriter& Int64(std::int64_t value);
  // A number.
  JsonWriter& Count(std::uint64_t value);
  // A number with up to `decimals` decimals, without trailing zeros; what is not finite is null.
  JsonWriter& Number(double value, int decimals = 6);
  JsonWriter& Bool(bool value);
  // What is JSON already: a number, true, false.
  JsonWriter& Plain(std::string_view json);
  JsonWriter& Null();

  std::string Take() { return std::move(text_); }

 private:
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);
  void Separate();

  std::string text_;
  bool first_ = true;  // no comma before the next value
};

}  // namespace burnglass
