#include "session/filters.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::string_view kFilters[] = {"focus",    "ignore",    "hide",    "show",   "show_from",
                                         "tagfocus", "tagignore", "tagshow", "taghide"};

bool IsFilter(const QueryField& field) {
  return std::find(std::begin(kFilters), std::end(kFilters), field.name) != std::end(kFilters);
}

const QueryField& Field(std::string_view name) {
  const auto fields = QueryFields();
  return *std::find_if(fields.begin(), fields.end(),
                       [&](const QueryField& field) { return field.name == name; });
}

bool Gathers(std::string_view name) { return name == "ignore" || name == "hide"; }

}  // namespace

std::string QuotedPattern(std::string_view text) {
  constexpr std::string_view kSpecial = "\\^$.|?*+()[]{}";
  std::string pattern;
  for (const char c : text) {
    if (kSpecial.find(c) != kSpecial.npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::vector<ActiveFilter> FiltersOf(const Query& query) {
  std::vector<ActiveFilter> filters;
  for (const QueryField& field : QueryFields()) {
    if (!IsFilter(field)) continue;
    std::string text = MemberText(query, field);
    if (!text.empty()) filters.push_back({&field, std::move(text)});
  }
  return filters;
}

Query WithFilter(Query query, std::string_view name, std::string_view function) {
  const QueryField& field = Field(name);
  const std::string before = Gathers(name) ? MemberText(query, field) : "";
  const std::string pattern = "^" + QuotedPattern(function) + "$";
  (void)SetMember(query, field, before.empty() ? pattern : before + "|" + pattern);
  return query;
}

Query WithoutFilter(Query query, std::string_view name) {
  (void)SetMember(query, Field(name), "");
  return query;
}

Query WithoutFilters(Query query) {
  for (const std::string_view name : kFilters) query = WithoutFilter(std::move(query), name);
  return query;
}

}  // namespace burnglass
