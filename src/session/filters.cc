#include "session/filters.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::string_view kFilters[] = {"focus",     "ignore",     "hide",     "show",
                                         "show_from", "prune_from", "tagfocus", "tagignore",
                                         "tagshow",   "taghide"};

bool IsFilter(const QueryField& field) {
  return std::find(std::begin(kFilters), std::end(kFilters), field.name) != std::end(kFilters);
}

const QueryField& Field(std::string_view name) {
  const auto fields = QueryFields();
  return *std::find_if(fields.begin(), fields.end(),
                       [&](const QueryField& field) { return field.name == name; });
}

bool Gathers(std::string_view name) {
  return name == "ignore" || name == "hide" || name == "prune_from";
}

}  // namespace

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

Query WithLabelFilter(Query query, std::string_view name, std::string_view text) {
  const QueryField& field = Field(name);
  std::string filter = MemberText(query, field);
  // Patterns of one key may be listed, "tenant=^a$,^b$"; ranges of numbers may not.
  const std::string_view key = text.substr(0, std::min(text.find("=^"), text.size()) + 2);
  const bool joins = name == "tagignore" && key.size() < text.size() && filter.starts_with(key);
  filter = joins ? filter + ',' + std::string(text.substr(key.size() - 1)) : std::string(text);
  (void)SetMember(query, field, filter);
  return query;
}

bool CanFilter(std::string_view name, std::string_view function) {
  return name != "prune_from" || function.find('(') == function.npos;
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
