// The top table for other programs: CSV and Markdown.
#pragma once

#include <string>

#include "analysis/name_table.h"
#include "analysis/select.h"

namespace burnglass {

class Pattern;

// CSV (RFC 4180), a head first: function, file, line, flat and cum as whole numbers of the unit
// that the head names, percentages of the total with two digits. Rows as `pprof -top` has them. A
// name that a spreadsheet would take for a formula has an apostrophe before it.
//
// The selection must have stacks, be the query's, and be of the profile that was named.
// `only`: rows whose name matches; null: all.
std::string TopCsv(const Selection& selection, const Query& query, const NameTable& names,
                   const Pattern* only = nullptr);

// The same as a table of Markdown, with values as pprof writes them. What names have of markup is
// escaped.
std::string TopMarkdown(const Selection& selection, const Query& query, const NameTable& names);

}  // namespace burnglass
