// A Query as pprof's URL parameters.
#include <optional>

#include "base/percent.h"
#include "query/query.h"

namespace burnglass {
namespace {

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
    text += PercentEncode(value);
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
        PercentDecode(equals == part.npos ? std::string_view() : part.substr(equals + 1));
    if (!value) {
      return Error{"the value of \"" + std::string(name) +
                   "\" has a % that is not followed by two hexadecimal digits"};
    }
    query.*field->value = *value;
  }
  return query;
}

}  // namespace burnglass
