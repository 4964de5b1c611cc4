#include "analysis/stack_filter.h"

#include <bit>

#include "base/hash.h"

namespace burnglass {
namespace {

using Flags = std::vector<std::uint8_t>;

// Children by parent and location; open addressing.
class Children {
 public:
  explicit Children(std::size_t nodes) : slots_(std::bit_ceil(nodes * 2 + 2), kNone) {}

  std::uint32_t FindOrAdd(LocationTree& tree, std::uint32_t parent, std::uint32_t location) {
    std::size_t i = HashNumber(std::uint64_t{parent} << 32 | location);
    for (;; ++i) {
      std::uint32_t& slot = slots_[i & (slots_.size() - 1)];
      if (slot == kNone) {
        slot = static_cast<std::uint32_t>(tree.size());
        tree.parent.push_back(parent);
        tree.location.push_back(location);
        return slot;
      }
      if (tree.parent[slot] == parent && tree.location[slot] == location) return slot;
    }
  }

 private:
  std::vector<std::uint32_t> slots_;
};

class Filter {
 public:
  Filter(const LocationTree& all, const LocationFilter& filter)
      : all_(all), filter_(filter), children_(all.size()), to_(all.size(), 0) {
    tree_.parent.push_back(0);
    tree_.location.push_back(kNone);
  }

  LocationTree Run() {
    MapNodes();
    FindCuts();
    const Flags kept = KeptPaths();
    tree_.leaf.reserve(all_.leaf.size());
    for (const std::uint32_t leaf : all_.leaf) {
      const bool drop = leaf == kNone || !kept[leaf];
      tree_.leaf.push_back(drop ? kNone : cut_[to_[leaf]]);
    }
    return std::move(tree_);
  }

 private:
  static bool Is(const Flags& flags, std::uint32_t location) {
    return !flags.empty() && flags[location] != 0;
  }

  // By node: whether a location on the way to it has the flag.
  Flags OnPath(const Flags& flags) const {
    Flags result(all_.size());
    for (std::uint32_t node = 1; node < all_.size(); ++node) {
      result[node] = result[all_.parent[node]] | flags[all_.location[node]];
    }
    return result;
  }

  // Hidden locations are left out, and so is what is outside the first place to show from.
  void MapNodes() {
    const bool all_shown = filter_.shown_from.empty();
    Flags started(all_.size(), all_shown);
    for (std::uint32_t node = 1; node < all_.size(); ++node) {
      const std::uint32_t location = all_.location[node];
      const std::uint32_t parent = all_.parent[node];
      const bool hidden = Is(filter_.hidden, location);
      started[node] = started[parent] | (!hidden && Is(filter_.shown_from, location));
      to_[node] = hidden || !started[node] ? to_[parent]
                                           : children_.FindOrAdd(tree_, to_[parent], location);
    }
    started_ = std::move(started);
  }

  // By new node: where a stack that ends there ends after pruning.
  void FindCuts() {
    cut_.resize(tree_.size());
    std::vector<std::uint32_t> nearest(tree_.size(), kNone);
    for (std::uint32_t node = 1; node < tree_.size(); ++node) {
      nearest[node] =
          Is(filter_.pruned_from, tree_.location[node]) ? node : nearest[tree_.parent[node]];
    }
    for (std::uint32_t node = 0; node < tree_.size(); ++node) {
      cut_[node] = nearest[node] == kNone ? node : nearest[node];
    }
  }

  // By old node: whether stacks that end there stay.
  Flags KeptPaths() const {
    Flags kept(all_.size(), true);
    if (filter_.by_name) kept[0] = false;
    const auto keep_only = [&](auto condition) {
      for (std::uint32_t node = 0; node < kept.size(); ++node) kept[node] &= condition(node);
    };
    if (!filter_.ignored.empty()) {
      const Flags ignored = OnPath(filter_.ignored);
      keep_only([&](std::uint32_t node) { return ignored[node] == 0; });
    }
    if (!filter_.focused.empty()) {
      const Flags focused = OnPath(filter_.focused);
      keep_only([&](std::uint32_t node) { return focused[node] != 0; });
    }
    if (!filter_.shown_from.empty()) {
      keep_only([&](std::uint32_t node) { return started_[node] != 0; });
    } else if (!filter_.hidden.empty()) {
      keep_only([&](std::uint32_t node) { return to_[node] != 0; });
    }
    return kept;
  }

  const LocationTree& all_;
  const LocationFilter& filter_;
  Children children_;
  LocationTree tree_;
  std::vector<std::uint32_t> to_;   // new node of each old one
  std::vector<std::uint32_t> cut_;  // by new node
  Flags started_;
};

}  // namespace

LocationTree FilterStacks(const LocationTree& all, const LocationFilter& filter) {
  return Filter(all, filter).Run();
}

}  // namespace burnglass
