// A Query as pprof's URL parameters, and as its flags.
#include <algorithm>
#include <optional>

#include "base/json_text.h"
#include "base/percent.h"
#include "query/query.h"

namespace burnglass {
namespace {

const QueryField* FindByUrlName(std::string_view name) {
  const auto fields = QueryFields();
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [&](const QueryField& known) { return known.url_name == name; });
  return field == fields.end() ? nullptr : &*field;
}

// Calls `each` with the members that have not their default, and their texts.
template <typename Each>
void ForEachSet(const Query& query, Each each) {
  const Query defaults;
  for (const QueryField& field : QueryFields()) {
    std::string text = MemberText(query, field);
    if (text != MemberText(defaults, field)) each(field, text);
  }
}

// Sets the member that a part `name=value` names.
Status SetPart(Query& query, std::string_view part) {
  const std::size_t equals = part.find('=');
  const std::string name(part.substr(0, equals));
  const QueryField* field = FindByUrlName(name);
  if (field == nullptr) {
    return Error{"a query has no part named " + JsonText(name)};
  }
  const std::optional<std::string> value =
      PercentDecode(equals == part.npos ? std::string_view() : part.substr(equals + 1));
  if (!value) {
    return Error{"the value of \"" + name +
                 "\" has a % that is not followed by two hexadecimal digits"};
  }
  const Status set = SetMember(query, *field, *value);
  return set ? Status(Done{}) : Error{"the query's part \"" + name + "\" " + set.error().message};
}

}  // namespace

std::string QueryText(const Query& query) {
  std::string text;
  ForEachSet(query, [&](const QueryField& field, const std::string& value) {
    if (!text.empty()) text += '&';
    text += std::string(field.url_name) + "=" + PercentEncode(value);
  });
  return text;
}

Result<Query> ParseQuery(std::string_view text) {
  Query query;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
    if (part.empty()) continue;
    if (Status status = SetPart(query, part); !status) return status.error();
  }
  return query;
}

std::vector<std::string> QueryFlags(const Query& query) {
  std::vector<std::string> flags;
  ForEachSet(query, [&](const QueryField& field, const std::string& value) {
    const bool by_value = field.name == "sort" || field.name == "granularity";
    flags.push_back(by_value ? "-" + value : "-" + std::string(field.name) + "=" + value);
  });
  return flags;
}

}  // namespace burnglass
