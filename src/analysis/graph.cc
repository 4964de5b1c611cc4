#include "analysis/graph.h"

#include <algorithm>

namespace burnglass {
namespace {

void Erase(std::vector<std::uint32_t>& list, std::uint32_t number) {
  list.erase(std::remove(list.begin(), list.end(), number), list.end());
}

}  // namespace

std::int64_t Cost::value() const { return divisor == 0 ? sum : WrappingDivide(sum, divisor); }

void Graph::RemoveEdge(std::uint32_t edge) {
  Erase(nodes[edges[edge].source].out, edge);
  Erase(nodes[edges[edge].destination].in, edge);
}

InlineMark Graph::Inlined(const GraphNode& node) const {
  const auto inlined = [&](std::uint32_t edge) { return edges[edge].inlined; };
  if (std::none_of(node.in.begin(), node.in.end(), inlined)) return InlineMark::kNone;
  return std::all_of(node.in.begin(), node.in.end(), inlined) ? InlineMark::kAlways
                                                              : InlineMark::kPartial;
}

}  // namespace burnglass
