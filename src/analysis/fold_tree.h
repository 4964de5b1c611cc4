// Folding a tree.
//  - Recursion: a function that is called within itself, directly or by way of others, goes on in
//    its outermost occurrence. The stack main f g f h becomes main f h: what f did the second time
//    it did as the first one, and what lay between is not on the way to it any more.
//  - Packages: functions of one package that call each other are one box, named by the package. The
//    stack main.a main.b lib.x main.c becomes main lib main.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/call_tree.h"
#include "base/budget.h"

namespace burnglass {

// Boxes in no order but that parents come before their children. Some may have no width.
struct LooseTree {
  std::vector<std::uint32_t> parent;  // of the root: 0
  std::vector<NameId> name;
  std::vector<std::uint8_t> inlined;
  std::vector<std::int64_t> cum, flat;
  std::vector<std::int64_t> magnitude;  // as in CallTree
};

// Of each box the part of its width that no child has; empty where that is flat.
std::vector<std::int64_t> OwnWidths(const CallTree& tree);

struct FoldPlan {
  bool recursion = false;
  // By name that of its package, or itself where it has none; null: functions stay.
  const std::vector<NameId>* packages = nullptr;
};

// In slices. `tree` and what the plan points at must outlive the folder.
class TreeFolder {
 public:
  TreeFolder(const CallTree& tree, const FoldPlan& plan);

  // Works until all is folded (true) or the budget is spent (false).
  bool Work(const Budget& budget);

  LooseTree Take() { return std::move(folded_); }

 private:
  // The children that boxes have already, found by parent and name.
  class Children {
   public:
    // The slot's child; 0, to be set, where there is none yet.
    std::uint32_t& Find(std::uint32_t parent, NameId name);

   private:
    struct Slot {
      std::uint32_t parent = 0, child = 0;
      NameId name = 0;
    };
    std::size_t PlaceOf(std::uint32_t parent, NameId name) const;
    void Grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
  };

  void Fold(std::uint32_t box);
  std::uint32_t PlaceAbove(std::uint32_t parent, NameId name, bool package) const;
  std::uint32_t Outermost(std::uint32_t box, NameId name) const;
  void SumUp();

  const CallTree& tree_;
  const FoldPlan plan_;
  const std::vector<std::int64_t> own_;
  LooseTree folded_;
  Children children_;
  std::vector<std::uint32_t> place_;  // of the boxes folded so far
};

}  // namespace burnglass
