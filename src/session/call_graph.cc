#include "session/call_graph.h"

#include <algorithm>

namespace burnglass {
namespace {

enum EdgeFlags : std::uint8_t { kResidual = 1, kInlinedCall = 2 };

bool AllBelow(std::span<const std::uint32_t> column, std::size_t limit) {
  return std::all_of(column.begin(), column.end(), [&](std::uint32_t v) { return v < limit; });
}

}  // namespace

CallGraph::CallGraph(HeldMessage answer)
    : answer_(std::move(answer)),
      name_(answer_->U32("name")),
      colour_(answer_->U32("colour")),
      fill_(answer_->U32("fill")),
      from_(answer_->U32("from")),
      to_(answer_->U32("to")),
      edge_colour_(answer_->U32("edge_colour")),
      flat_(answer_->I64("flat")),
      cum_(answer_->I64("cum")),
      weight_(answer_->I64("weight")),
      edge_width_(answer_->U8("edge_width")),
      edge_flags_(answer_->U8("edge_flags")) {}

bool CallGraph::Sound(std::size_t names) const {
  const auto all = [](std::size_t count, auto... sizes) { return ((sizes == count) && ...); };
  return all(name_.size(), flat_.size(), cum_.size(), colour_.size(), fill_.size()) &&
         all(from_.size(), to_.size(), weight_.size(), edge_colour_.size(), edge_width_.size(),
             edge_flags_.size()) &&
         AllBelow(name_, names) && AllBelow(from_, name_.size()) && AllBelow(to_, name_.size());
}

Result<CallGraph> CallGraph::Read(HeldMessage answer, std::size_t names) {
  CallGraph graph(std::move(answer));
  if (!graph.Sound(names)) return Error{"the engine's call graph is damaged"};
  return graph;
}

CallNode CallGraph::node(std::uint32_t i) const {
  return {name_[i], flat_[i], cum_[i], colour_[i], fill_[i]};
}

CallEdge CallGraph::edge(std::uint32_t i) const {
  const std::uint8_t flags = edge_flags_[i];
  return {from_[i],
          to_[i],
          weight_[i],
          edge_colour_[i],
          edge_width_[i],
          (flags & kResidual) != 0,
          (flags & kInlinedCall) != 0};
}

std::optional<std::uint32_t> CallGraph::NodeOf(NameId name) const {
  const auto at = std::find(name_.begin(), name_.end(), name);
  if (at == name_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - name_.begin());
}

// Edges come by weight, so the first one is the heaviest.
std::optional<std::uint32_t> CallGraph::CallerOf(std::uint32_t node) const {
  for (std::uint32_t i = 0; i < edges(); ++i) {
    if (to_[i] == node && from_[i] != node) return from_[i];
  }
  return std::nullopt;
}

std::optional<std::uint32_t> CallGraph::CalleeOf(std::uint32_t node) const {
  for (std::uint32_t i = 0; i < edges(); ++i) {
    if (from_[i] == node && to_[i] != node) return to_[i];
  }
  return std::nullopt;
}

}  // namespace burnglass
