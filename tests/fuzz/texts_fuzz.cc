// The texts that come in from outside of the engine: links, shapes, settings, plans of comparisons
// and layouts of graphs. What is understood goes round.
#include "fuzz/fuzz.h"
#include "query/tree_shape.h"
#include "session/call_graph.h"
#include "session/comparison.h"
#include "session/link.h"
#include "session/settings.h"

using namespace burnglass;

namespace {

void TryShape(std::string_view text) {
  const Result<ShapedQuery> read = SplitShape(text);
  if (!read) return RequireSentence(read.error());
  const Result<ShapedQuery> again = SplitShape(ShapedText(read->query, read->shape));
  Require(again.ok() && again->shape == read->shape && again->query == read->query,
          "a shape goes round");
}

void TryLink(std::string_view text) {
  const Result<LinkState> read = ParseLink(text);
  if (!read) return RequireSentence(read.error());
  const std::string written = LinkText(*read);
  const Result<LinkState> again = ParseLink(written);
  Require(again.ok() && LinkText(*again) == written, "a link goes round");
}

void TrySettings(std::string_view text) {
  Look look;
  ReadSettings(text, look);
  const std::string written = SettingsText(look);
  Look again;
  ReadSettings(written, again);
  Require(SettingsText(again) == written, "settings go round");
}

void TryLayout(std::string_view text) {
  for (const std::size_t nodes : {0, 1, 3}) {
    const Result<GraphLayout> read = ReadLayout(text, nodes, nodes + 1);
    if (!read) continue;
    for (const EdgeWay& way : read->edges) {
      std::vector<GraphPoint> curve = CurveOf(*read, way);
      TakeArrow(curve, 8);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = TextOf(data, size);
  TryShape(text);
  TryLink(text);
  TrySettings(text);
  TryLayout(text);
  if (const Result<MakePlan> plan = ParsePlan(text); !plan) RequireSentence(plan.error());
  return 0;
}
