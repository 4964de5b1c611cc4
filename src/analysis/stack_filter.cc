#include "analysis/stack_filter.h"

#include <algorithm>

namespace burnglass {
namespace {

using Flags = std::vector<std::uint8_t>;

class Filter {
 public:
  Filter(const LocationTree& all, const LocationFilter& filter) : all_(all), filter_(filter) {}

  LocationTree Run() {
    tree_ = all_.WithLeaves({});
    if (!filter_.hidden.empty() || !filter_.shown_from.empty()) MapNodes();
    FindCuts();
    return tree_.WithLeaves(MovedLeaves(KeptPaths()));
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

  std::vector<std::uint32_t> MovedLeaves(const Flags& kept) const {
    std::vector<std::uint32_t> leaves(all_.leaf.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      std::uint32_t leaf = all_.leaf[i];
      if (leaf == kNone || !kept[leaf]) {
        leaf = kNone;
      } else {
        if (!to_.empty()) leaf = to_[leaf];
        if (!cut_.empty()) leaf = cut_[leaf];
      }
      leaves[i] = leaf;
    }
    return leaves;
  }

  // Hidden locations are left out, and so is what is outside the first place to show from.
  void MapNodes() {
    to_.resize(all_.size());
    LocationColumns columns{{0}, {kNone}, {}, {}};
    columns.parent.reserve(all_.size());
    columns.location.reserve(all_.size());
    const bool all_shown = filter_.shown_from.empty();
    Flags started(all_.size(), all_shown);
    for (std::uint32_t node = 1; node < all_.size(); ++node) {
      const std::uint32_t location = all_.location[node];
      const std::uint32_t parent = all_.parent[node];
      const bool hidden = Is(filter_.hidden, location);
      started[node] = started[parent] | (!hidden && Is(filter_.shown_from, location));
      to_[node] = to_[parent];
      if (hidden || !started[node]) continue;
      to_[node] = static_cast<std::uint32_t>(columns.parent.size());
      columns.parent.push_back(to_[parent]);
      columns.location.push_back(location);
    }
    started_ = std::move(started);
    columns.end = EndsOf(columns.parent);
    tree_ = LocationTree(std::move(columns));
  }

  // Of a tree in preorder.
  static std::vector<std::uint32_t> EndsOf(const std::vector<std::uint32_t>& parent) {
    std::vector<std::uint32_t> end(parent.size());
    for (auto node = static_cast<std::uint32_t>(end.size()); node-- > 0;) {
      end[node] = std::max(end[node], node + 1);
      end[parent[node]] = std::max(end[parent[node]], end[node]);
    }
    return end;
  }

  // By new node: where a stack that ends there ends after pruning.
  void FindCuts() {
    if (filter_.pruned_from.empty()) return;
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
  LocationTree tree_;
  std::vector<std::uint32_t> to_;   // new node of each old one; empty: they are the same
  std::vector<std::uint32_t> cut_;  // by new node; empty: none is cut
  Flags started_;
};

}  // namespace

LocationTree FilterStacks(const LocationTree& all, const LocationFilter& filter) {
  return Filter(all, filter).Run();
}

}  // namespace burnglass
