#include "analysis/call_edges.h"

#include "base/checked_sum.h"
#include "base/hash.h"

namespace burnglass {
namespace {

constexpr std::uint32_t kFree = 0xffffffff;
constexpr std::size_t kFirstSlots = 1024;

std::size_t FirstSlot(std::uint32_t caller, std::uint32_t callee, std::size_t slots) {
  return HashNumber(std::uint64_t{caller} << 32 | callee) & (slots - 1);
}

}  // namespace

CallEdges::CallEdges() : slots_(kFirstSlots, kFree) {}

void CallEdges::Add(std::uint32_t caller, std::uint32_t callee, std::int64_t value, bool inlined,
                    std::uint32_t sample) {
  std::size_t slot = FirstSlot(caller, callee, slots_.size());
  for (; slots_[slot] != kFree; slot = (slot + 1) & (slots_.size() - 1)) {
    const std::uint32_t known = slots_[slot];
    CallEdge& edge = edges_[known];
    if (edge.caller != caller || edge.callee != callee) continue;
    if (last_sample_[known] == sample) return;
    last_sample_[known] = sample;
    edge.weight = WrappingAdd(edge.weight, value);
    edge.inlined &= inlined;
    return;
  }
  slots_[slot] = static_cast<std::uint32_t>(edges_.size());
  edges_.push_back({caller, callee, value, inlined});
  last_sample_.push_back(sample);
  if (edges_.size() * 2 > slots_.size()) Grow();
}

void CallEdges::Grow() {
  slots_.assign(slots_.size() * 2, kFree);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    std::size_t slot = FirstSlot(edges_[i].caller, edges_[i].callee, slots_.size());
    while (slots_[slot] != kFree) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i;
  }
}

}  // namespace burnglass
