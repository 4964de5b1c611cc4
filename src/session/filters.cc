#include "session/filters.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::string_view kFilters[] = {
    "focus",    "ignore",    "hide",    "show",    "show_from", "prune_from", "collapse",
    "tagfocus", "tagignore", "tagshow", "taghide", "tagroot",   "tagleaf"};

constexpr Granularity kGranularities[] = {{"", "functions"},
                                          {"filefunctions", "functions and files"},
                                          {"files", "files"},
                                          {"lines", "lines"},
                                          {"addresses", "addresses"}};

const QueryField& Field(std::string_view name) {
  const auto fields = QueryFields();
  return *std::find_if(fields.begin(), fields.end(),
                       [&](const QueryField& field) { return field.name == name; });
}

bool Gathers(std::string_view name) {
  return name == "ignore" || name == "hide" || name == "prune_from" || name == "collapse";
}

std::string Joined(std::string_view a, std::string_view b) {
  if (a.empty()) return std::string(b);
  if (b.empty()) return std::string(a);
  return std::string(a) + "|" + std::string(b);
}

// `hide` without the others, which are always its last part.
std::string_view WithoutOthers(std::string_view hide, std::string_view others) {
  if (others.empty() || !hide.ends_with(others)) return hide;
  const std::string_view rest = hide.substr(0, hide.size() - others.size());
  if (rest.empty()) return rest;
  return rest.ends_with('|') ? rest.substr(0, rest.size() - 1) : hide;
}

}  // namespace

std::span<const std::string_view> FilterNames() { return kFilters; }

bool IsFilter(std::string_view name) {
  return std::find(std::begin(kFilters), std::end(kFilters), name) != std::end(kFilters);
}

bool HidesOthers(const Query& query, std::string_view others) {
  return WithoutOthers(query.hide, others).size() != query.hide.size();
}

Query HidingOthers(Query query, std::string_view others, bool hiding) {
  const std::string rest(WithoutOthers(query.hide, others));
  query.hide = hiding ? Joined(rest, others) : rest;
  return query;
}

std::vector<ActiveFilter> FiltersOf(const Query& query, std::string_view others) {
  std::vector<ActiveFilter> filters;
  for (const std::string_view name : kFilters) {
    std::string text = FilterText(query, name, others);
    if (!text.empty()) filters.push_back({&Field(name), std::move(text)});
    if (name == "hide" && HidesOthers(query, others)) {
      filters.push_back({&Field(name), std::string(others), true});
    }
  }
  return filters;
}

std::string FilterText(const Query& query, std::string_view name, std::string_view others) {
  std::string text = MemberText(query, Field(name));
  return name == "hide" ? std::string(WithoutOthers(text, others)) : text;
}

Query WithFilterText(Query query, std::string_view name, std::string_view text,
                     std::string_view others) {
  const bool hiding = name == "hide" && HidesOthers(query, others);
  (void)SetMember(query, Field(name), hiding ? Joined(text, others) : std::string(text));
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

bool CanBeFrames(std::string_view key) { return !key.empty() && key.find(',') == key.npos; }

bool HasLabelFrames(const Query& query, std::string_view name, std::string_view key) {
  const std::string keys = ',' + MemberText(query, Field(name)) + ',';
  return keys.find(',' + std::string(key) + ',') != keys.npos;
}

Query WithLabelFrames(Query query, std::string_view name, std::string_view key, bool shown) {
  if (HasLabelFrames(query, name, key) == shown) return query;
  std::string keys = MemberText(query, Field(name));
  if (shown) {
    if (!keys.empty()) keys += ',';
    keys += key;
  } else {
    keys = ',' + keys + ',';
    keys.erase(keys.find(',' + std::string(key) + ','), key.size() + 1);
    keys = keys.size() > 2 ? keys.substr(1, keys.size() - 2) : "";
  }
  (void)SetMember(query, Field(name), keys);
  return query;
}

std::span<const Granularity> Granularities() { return kGranularities; }

std::string_view GranularityWord(const Query& query) {
  for (const Granularity& one : kGranularities) {
    if (one.value == query.granularity) return one.value.empty() ? one.value : one.word;
  }
  return {};
}

std::string_view CollapsingFilter(std::string_view function) {
  return function.find('(') == function.npos ? "prune_from" : "collapse";
}

std::string PatternOfFunction(std::string_view function) {
  return "^" + QuotedPattern(function) + "$";
}

std::string PatternOfPackage(std::string_view package) {
  return "^" + QuotedPattern(package) + "[.:]";
}

Query WithFilter(Query query, std::string_view name, std::string_view function,
                 std::string_view others) {
  return WithFilterPattern(std::move(query), name, PatternOfFunction(function), others);
}

Query WithFilterPattern(Query query, std::string_view name, std::string_view pattern,
                        std::string_view others) {
  const std::string before = Gathers(name) ? FilterText(query, name, others) : "";
  return WithFilterText(std::move(query), name, Joined(before, pattern), others);
}

Query WithoutFilters(Query query) {
  for (const std::string_view name : kFilters) query = WithFilterText(std::move(query), name, "");
  return query;
}

}  // namespace burnglass
