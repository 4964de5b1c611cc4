// The filters of a query as a person sets them: on a function, one by one, each to be taken back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/quote_pattern.h"
#include "query/query.h"

namespace burnglass {

struct ActiveFilter {
  const QueryField* field = nullptr;
  std::string text;  // its pattern
};

// Those that the query has, in pprof's order.
std::vector<ActiveFilter> FiltersOf(const Query& query);

// The query with a filter of this name (focus, ignore, hide, show_from, prune_from) on one
// function. Functions to ignore, to hide and to prune from come together, the others give way to
// the new one.
Query WithFilter(Query query, std::string_view name, std::string_view function);

// The query with a filter of this name (tagfocus, tagignore) that takes this text. Several texts of
// one key to ignore come together, everything else gives way to the new one.
Query WithLabelFilter(Query query, std::string_view name, std::string_view text);

// Whether WithFilter can name this function. prune_from, as pprof has it, reads names up to their
// first parenthesis, so it cannot tell the methods of a package apart.
bool CanFilter(std::string_view name, std::string_view function);

// Without the filter of this name; without any.
Query WithoutFilter(Query query, std::string_view name);
Query WithoutFilters(Query query);

}  // namespace burnglass
