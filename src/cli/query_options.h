// The members of a Query as long options: one for each row of QueryFields(), so that there is none
// that the table does not have.
#pragma once

#include <string>
#include <string_view>

#include "query/query.h"

namespace CLI {
class App;
}

namespace burnglass {

enum class QueryUse {
  kAll,     // of reports
  kStacks,  // only what picks samples, frames and their values; not how a table is made of them
};

// `query` is set as the options are read, and must outlive the app.
void AddQueryOptions(CLI::App& verb, Query& query, QueryUse use);

// What the option of a member is called: "sample-index" of sample_index.
std::string OptionName(std::string_view member);

// Its help; empty: there is none, which a test does not allow.
std::string_view QueryHelp(std::string_view member);

}  // namespace burnglass
