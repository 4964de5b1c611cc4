// Query: what is asked of a profile, as a small value that can be compared: the key of every memo,
// the text of a link, the flags of the command line. Spelled as pprof spells it. A query does not
// know the profile: whether its sample type exists is said where it meets one (analysis/select.h).
//
//   Query{.sample_index = "alloc_space"}  <->  si=alloc_space  <->  {"sample_index":"alloc_space"}
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace burnglass {

struct Query {
  // The name of a sample type, or its index as a number; empty: the profile's default.
  std::string sample_index;

  bool operator==(const Query&) const = default;
};

// One line per member of Query; every printer and parser below goes by this table.
struct QueryField {
  std::string_view name;      // in flags and in JSON
  std::string_view url_name;  // in links
  std::string Query::*value;
};

inline constexpr QueryField kQueryFields[] = {
    {"sample_index", "si", &Query::sample_index},
};

// pprof's URL form, `name=value` joined by '&', percent-encoded. Members that have their default
// are left out, so the default query is the empty text and equal queries have equal texts.
std::string QueryText(const Query& query);

// Reads what QueryText prints. Fails on a name that is not in the table and on broken encoding.
Result<Query> ParseQuery(std::string_view text);

// A JSON object of all members: {"sample_index":""}.
std::string QueryObject(const Query& query);

// `base` with the members that the JSON object names; null sets a member back to its default, and
// a whole number stands for its digits. Fails on other types and on names not in the table.
Result<Query> ParseQueryObject(std::string_view json, Query base = {});

}  // namespace burnglass
