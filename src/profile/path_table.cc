#include "profile/path_table.h"

#include "base/hash.h"
#include "base/release.h"

namespace burnglass {

namespace {

constexpr std::size_t kFewSlots = 1024;

}  // namespace

PathTable::PathTable() : slots_(kFewSlots) {
  tree_.parent.push_back(0);
  tree_.location.push_back(0xffffffff);
}

// Where the path is, or would be.
std::size_t PathTable::SlotOf(std::uint32_t parent, std::uint32_t location) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = HashNumber(std::uint64_t{parent} << 32 | location) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t node = slots_[slot];
    if (tree_.parent[node] == parent && tree_.location[node] == location) break;
  }
  return slot;
}

std::uint32_t PathTable::Child(std::uint32_t parent, std::uint32_t location) {
  const std::size_t slot = SlotOf(parent, location);
  if (slots_[slot] != 0) return slots_[slot];
  const auto node = static_cast<std::uint32_t>(nodes());
  slots_[slot] = node;
  tree_.parent.push_back(parent);
  tree_.location.push_back(location);
  if (nodes() * 2 > slots_.size()) Grow();
  return node;
}

void PathTable::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t node = 1; node < nodes(); ++node) {
    slots_[SlotOf(tree_.parent[node], tree_.location[node])] = node;
  }
}

LocationColumns PathTable::Take(std::vector<std::uint32_t> leaf) {
  Release(slots_);
  tree_.leaf = std::move(leaf);
  return InPreorder(std::move(tree_));
}

}  // namespace burnglass
