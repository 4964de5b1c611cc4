// A file in the engine, and every question about it: the first line is the text of a query with its
// shape, the rest the file.
#include <algorithm>

#include "fuzz/ask_everything.h"
#include "query/query.h"
#include "query/tree_shape.h"

using namespace burnglass;

namespace {

bool IsQuery(std::string_view text) {
  const Result<ShapedQuery> split = SplitShape(text);
  return split && ParseQuery(split->query);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = TextOf(data, size);
  const std::size_t line = text.find('\n');
  const bool asks = line != text.npos && IsQuery(text.substr(0, line));
  const std::string_view file = asks ? text.substr(line + 1) : text;
  if (IsPacked(BytesOf(file))) return 0;
  Engine engine;
  if (!OpenFile(engine, 1, BytesOf(file))) return 0;
  Asked asked;
  asked.number = static_cast<std::uint32_t>(size % 17);
  AskEverything(engine, 1, asked);
  if (asks) {
    asked.query = text.substr(0, line);
    AskEverything(engine, 1, asked);
  }
  engine.Close(1);
  WorkToEnd(engine);
  return 0;
}
