// The filters of a query as a person sets them: on a function, one by one, each to be taken back.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/quote_pattern.h"
#include "query/query.h"

namespace burnglass {

struct ActiveFilter {
  const QueryField* field = nullptr;
  std::string text;     // its pattern
  bool others = false;  // it is the part of `hide` that leaves only the program's own code
};

// The names of all filters, in pprof's order.
std::span<const std::string_view> FilterNames();
bool IsFilter(std::string_view name);

// Those that the query has, in pprof's order. `others`: what hides all that is not the program's
// own (session/others.h); in `hide` it is told apart.
std::vector<ActiveFilter> FiltersOf(const Query& query, std::string_view others = {});

// The query with a filter of this name (focus, ignore, hide, show_from, prune_from, collapse) on
// one function. Functions to ignore, to hide and to collapse come together, the others give way to
// the new one.
Query WithFilter(Query query, std::string_view name, std::string_view function,
                 std::string_view others = {});
// Likewise with a pattern.
Query WithFilterPattern(Query query, std::string_view name, std::string_view pattern,
                        std::string_view others = {});

// A pattern that matches this function's name and no other; and all names of this package.
std::string PatternOfFunction(std::string_view function);
std::string PatternOfPackage(std::string_view package);

// The query with a filter of this name (tagfocus, tagignore) that takes this text. Several texts of
// one key to ignore come together, everything else gives way to the new one.
Query WithLabelFilter(Query query, std::string_view name, std::string_view text);

// Whether the values of a key are frames (tagroot, tagleaf), and the query in which they are or are
// not. A query cannot name every key.
bool HasLabelFrames(const Query& query, std::string_view name, std::string_view key);
Query WithLabelFrames(Query query, std::string_view name, std::string_view key, bool shown);
bool CanBeFrames(std::string_view key);

// What frames can be, functions first: as a query says it, and in words.
struct Granularity {
  std::string_view value, word;
};
std::span<const Granularity> Granularities();
// The word for a query's; empty for functions.
std::string_view GranularityWord(const Query& query);

// The filter that collapses this function. prune_from, as pprof has it, reads names up to their
// first parenthesis, so it cannot tell the methods of a package apart; these take one of our own.
std::string_view CollapsingFilter(std::string_view function);

// What a filter says, and the query in which it says this. The part of `hide` that is `others`
// does not count, and stays.
std::string FilterText(const Query& query, std::string_view name, std::string_view others = {});
Query WithFilterText(Query query, std::string_view name, std::string_view text,
                     std::string_view others = {});

// Without any.
Query WithoutFilters(Query query);

// Whether the query hides the others, and the query that does or does not.
bool HidesOthers(const Query& query, std::string_view others);
Query HidingOthers(Query query, std::string_view others, bool hiding);

}  // namespace burnglass
