// Regroup: the boxes of a tree walked from where one wants, up or down, and grouped by name on the
// way: the one step of which all shapes of a tree are made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/call_tree.h"

namespace burnglass {

// A tree to be walked: a CallTree's columns or a LooseTree's. Parents come before their children.
struct TreeColumns {
  std::span<const std::uint32_t> parent;
  std::span<const NameId> name;
  std::span<const std::uint8_t> inlined;
  std::span<const std::int64_t> cum, flat;
  std::span<const std::int64_t> magnitude;  // empty: cum

  std::int64_t width(std::uint32_t box) const {
    return magnitude.empty() ? cum[box] : magnitude[box];
  }
};

// So much of what goes through a box (or, going up, of what has come there).
struct WalkItem {
  std::uint32_t box = 0;
  std::int64_t cum = 0, width = 0;
};

struct WalkPlan {
  bool up = false;
  // The root has no box of the walked tree, and its children are the boxes in which stacks end, by
  // what these cost themselves. Else `start` is the root, together.
  bool from_ends = false;
  std::vector<std::int64_t> own_width;  // of from_ends: by box; empty: flat
  std::vector<WalkItem> start;
  NameId root_name = kRootName;
  bool by_name = false;
  std::int64_t least = 0;  // narrower groups are dropped
};

// Expands groups depth first, as the builder of CallTrees does: a popped group becomes a box, what
// follows its items is grouped by name, and the groups are pushed so that the leftmost is on top.
// The items of the groups on the stack lie in one arena, those of the topmost group last.
class Regrouper {
 public:
  Regrouper(const TreeColumns& columns, const NameTable& names, WalkPlan plan);

  bool done() const { return open_.empty(); }
  std::size_t boxes() const { return tree_.size(); }

  // Makes one box.
  void Step();

  // The tree without its total.
  CallTree Take();

 private:
  struct Group {
    NameId name = kRootName;
    std::uint32_t parent = 0;
    std::uint32_t begin = 0, count = 0;  // in the arena
    bool inlined = true;
    std::int64_t x = 0, cum = 0, width = 0;
  };
  struct Stamp {
    std::uint32_t box, group;
  };
  struct Following {
    WalkItem item;
    std::uint32_t group;
  };

  void Link();
  void PushRoot();
  std::uint32_t AddBox(const Group& group);
  void FollowUp(std::uint32_t box, const WalkItem& item);
  void FollowDown(std::uint32_t box, const WalkItem& item);
  void OpenEnds();
  Group& GroupOf(std::uint32_t box, std::uint32_t of);
  void Join(std::uint32_t box, const WalkItem& item);
  void Open(std::uint32_t box, std::int64_t x);
  void Push(std::uint32_t box, std::int64_t x);
  bool Before(const Group& a, const Group& b) const;

  const TreeColumns columns_;
  const NameTable& names_;
  WalkPlan plan_;
  CallTree tree_;
  std::vector<std::uint32_t> first_child_, next_sibling_;  // going down; 0: none
  std::vector<Group> open_;
  std::vector<WalkItem> arena_;
  std::vector<Stamp> group_of_name_;
  // Of the group that is being expanded:
  std::vector<Following> following_;
  std::vector<Group> children_;
  std::vector<std::uint32_t> order_;
};

}  // namespace burnglass
