// A query's text and object: what is understood goes round.
#include "fuzz/fuzz.h"
#include "query/query.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = TextOf(data, size);
  for (const Result<Query>& query : {ParseQuery(text), ParseQueryObject(text)}) {
    if (!query) continue;
    const Result<Query> again = ParseQuery(QueryText(*query));
    Require(again.ok() && QueryText(*again) == QueryText(*query), "a query goes round as text");
  }
  return 0;
}
