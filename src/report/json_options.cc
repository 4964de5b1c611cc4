// Options of the answers, read from JSON.
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "report/json_answers.h"

namespace burnglass {
namespace {

using Json = nlohmann::json;

Result<Json> ParseObject(std::string_view text) {
  if (text.empty()) return Json::object();
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return Error{"Options are one JSON object, such as {\"limit\": 10}."};
  return json;
}

Error NoOption(std::string_view answer, const std::string& name) {
  return {"The answer \"" + std::string(answer) + "\" has no option \"" + name + "\"."};
}

Error Unfit(const std::string& name, std::string_view wanted) {
  return {"The option \"" + name + "\" takes " + std::string(wanted) + "."};
}

bool IsCount(const Json& value) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() <= 0xffffffff;
}

bool IsFraction(const Json& value) {
  return value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1;
}

}  // namespace

Result<TopJsonOptions> ParseTopOptions(std::string_view text) {
  const Result<Json> json = ParseObject(text);
  if (!json) return json.error();
  TopJsonOptions options;
  for (const auto& [name, value] : json->items()) {
    if (name == "limit") {
      if (!IsCount(value)) return Unfit(name, "a whole number of rows");
      options.limit = value.get<std::uint32_t>();
    } else if (name == "all") {
      if (!value.is_boolean()) return Unfit(name, "true or false");
      options.all = value.get<bool>();
    } else {
      return NoOption("top", name);
    }
  }
  return options;
}

Result<FlameJsonOptions> ParseFlameOptions(std::string_view text) {
  const Result<Json> json = ParseObject(text);
  if (!json) return json.error();
  FlameJsonOptions options;
  for (const auto& [name, value] : json->items()) {
    if (name == "depth") {
      if (!IsCount(value)) return Unfit(name, "a whole number of rows");
      options.depth = value.get<std::uint32_t>();
    } else if (name == "minFraction") {
      if (!IsFraction(value)) return Unfit(name, "a part of the total between 0 and 1");
      options.min_fraction = value.get<double>();
    } else {
      return NoOption("flame", name);
    }
  }
  return options;
}

std::string ErrorJson(const Error& error) {
  return JsonWriter().BeginObject().Key("error").Text(error.message).EndObject().Take();
}

}  // namespace burnglass
