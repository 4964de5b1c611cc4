// Query: what is asked of a profile, as a small value that can be compared: the key of every memo,
// the text of a link, the flags of the command line. Spelled as pprof spells it. A query does not
// know the profile: whether its sample type exists, and whether a pattern is RE2, is said where it
// meets one (analysis/select.h).
//
//   Query{.sample_index = "alloc_space"}  <->  si=alloc_space  <->  {"sample_index":"alloc_space"}
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace burnglass {

struct Query {
  // The name of a sample type, or its index as a number; empty: the profile's default.
  std::string sample_index = {};
  bool mean = false;             // values divided by the first value of their sample
  bool normalize = false;        // scale the profile to the total of its base
  std::string granularity = {};  // functions (also: empty), filefunctions, files, lines, addresses
  bool noinlines = false;        // an inlined function counts as the one it was inlined into
  bool showcolumns = false;      // with lines: their columns, too

  // Patterns (RE2) on the names of functions, files and mappings.
  std::string focus = {}, ignore = {}, hide = {}, show = {}, show_from = {}, prune_from = {};
  // Burnglass's own: as prune_from, but it sees names whole, so that it can name one method.
  std::string collapse = {};
  // `[key=]pattern` or `[key=]range` on the values of labels; patterns on their keys.
  std::string tagfocus = {}, tagignore = {}, tagshow = {}, taghide = {};
  // Keys of labels, joined by commas, that become frames at the root and at the leaf.
  std::string tagroot = {}, tagleaf = {};

  bool relative_percentages = false;  // percentages of what the filters left
  bool drop_negative = false;
  bool call_tree = false;        // in graphs, a function stands once for each way to it
  std::string sort = "flat";     // or cum
  std::string unit = "minimum";  // or auto, or one to express all values in
  double divide_by = 1;          // printed values are divided by it
  bool trim = true;              // leave out what is small, by the three below
  std::int64_t nodecount = -1;   // at most so many functions; -1: as the report has it, 0: all
  double nodefraction = 0.005;   // functions with less cum than this part of all are left out
  double edgefraction = 0.001;   // likewise calls
  bool compact_labels = false;   // no facts of the profile above a report

  bool operator==(const Query&) const = default;
};

using QueryMember =
    std::variant<std::string Query::*, bool Query::*, std::int64_t Query::*, double Query::*>;

// One line per member of Query; every printer and parser goes by this table.
struct QueryField {
  std::string_view name;      // in flags and in JSON
  std::string_view url_name;  // in links, as in those of pprof's own pages
  QueryMember value;
  std::string_view choices = {};  // joined by spaces; empty: any text
};

std::span<const QueryField> QueryFields();

// A member as text ("", "true", "-1", "0.005"), and set from text. Setting fails on a text that the
// member does not take; the error is a sentence's end: "takes a whole number".
std::string MemberText(const Query& query, const QueryField& field);
Status SetMember(Query& query, const QueryField& field, std::string_view text);

// pprof's URL form, `name=value` joined by '&', percent-encoded. Members that have their default
// are left out, so the default query is the empty text and equal queries have equal texts.
std::string QueryText(const Query& query);

// Reads what QueryText prints. Fails on a name that is not in the table, on a value that its member
// does not take, and on broken encoding.
Result<Query> ParseQuery(std::string_view text);

// The flags of pprof that ask for it: "-focus=gc", "-cum"; defaults are left out.
std::vector<std::string> QueryFlags(const Query& query);

// A JSON object of sample_index and of all members that have not their default.
std::string QueryObject(const Query& query);

// `base` with the members that the JSON object names; null sets a member back to its default, and
// texts, numbers, true and false stand for what they say. Fails on what a member does not take and
// on names not in the table.
Result<Query> ParseQueryObject(std::string_view json, Query base = {});

}  // namespace burnglass
