#include "analysis/fold_tree.h"

#include "base/hash.h"

namespace burnglass {

std::vector<std::int64_t> OwnWidths(const CallTree& tree) {
  std::vector<std::int64_t> own = tree.magnitude;
  if (own.empty()) return own;
  for (std::size_t box = 1; box < own.size(); ++box) own[tree.parent[box]] -= tree.magnitude[box];
  return own;
}

std::size_t TreeFolder::Children::PlaceOf(std::uint32_t parent, NameId name) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = HashNumber(name, HashNumber(parent)) & mask;
  while (slots_[place].child != 0 &&
         (slots_[place].parent != parent || slots_[place].name != name)) {
    place = (place + 1) & mask;
  }
  return place;
}

void TreeFolder::Children::Grow() {
  std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.child != 0) slots_[PlaceOf(slot.parent, slot.name)] = slot;
  }
}

std::uint32_t& TreeFolder::Children::Find(std::uint32_t parent, NameId name) {
  if (10 * used_ >= 7 * slots_.size()) Grow();
  Slot& slot = slots_[PlaceOf(parent, name)];
  if (slot.child == 0) {
    slot.parent = parent;
    slot.name = name;
    ++used_;
  }
  return slot.child;
}

TreeFolder::TreeFolder(const CallTree& tree, const FoldPlan& plan)
    : tree_(tree), plan_(plan), own_(OwnWidths(tree)) {
  place_.reserve(tree.size());
  folded_.parent.push_back(0);
  folded_.name.push_back(tree.name[0]);
  folded_.inlined.push_back(0);
  folded_.flat.push_back(tree.flat[0]);
  if (!own_.empty()) folded_.magnitude.push_back(own_[0]);
  place_.push_back(0);
}

bool TreeFolder::Work(const Budget& budget) {
  constexpr std::size_t kBoxesBetweenLooks = 1024;
  while (place_.size() < tree_.size()) {
    const std::size_t end = std::min(tree_.size(), place_.size() + kBoxesBetweenLooks);
    while (place_.size() < end) Fold(static_cast<std::uint32_t>(place_.size()));
    if (place_.size() == tree_.size()) break;
    if (budget.Spent()) return false;
  }
  if (folded_.cum.empty()) SumUp();
  return true;
}

void TreeFolder::Fold(std::uint32_t box) {
  const NameId function = tree_.name[box];
  const NameId name = plan_.packages ? (*plan_.packages)[function] : function;
  const std::uint32_t parent = place_[tree_.parent[box]];
  std::uint32_t place = PlaceAbove(parent, name, name != function);
  if (place == 0) {
    std::uint32_t& child = children_.Find(parent, name);
    if (child == 0) {
      child = static_cast<std::uint32_t>(folded_.parent.size());
      folded_.parent.push_back(parent);
      folded_.name.push_back(name);
      folded_.inlined.push_back(1);
      folded_.flat.push_back(0);
      if (!own_.empty()) folded_.magnitude.push_back(0);
    }
    place = child;
    folded_.inlined[place] &= tree_.inlined[box];
  }
  folded_.flat[place] += tree_.flat[box];
  if (!own_.empty()) folded_.magnitude[place] += own_[box];
  place_.push_back(place);
}

// The box on the way from the root that takes a box of this name in; 0: none does.
std::uint32_t TreeFolder::PlaceAbove(std::uint32_t parent, NameId name, bool package) const {
  if (plan_.recursion) return Outermost(parent, name);
  return package && folded_.name[parent] == name ? parent : 0;
}

// The box of this name on the way from the root; 0: there is none. No name is there twice.
std::uint32_t TreeFolder::Outermost(std::uint32_t box, NameId name) const {
  while (box != 0 && folded_.name[box] != name) box = folded_.parent[box];
  return box;
}

void TreeFolder::SumUp() {
  folded_.cum = folded_.flat;
  for (std::size_t box = folded_.parent.size(); box-- > 1;) {
    const std::uint32_t parent = folded_.parent[box];
    folded_.cum[parent] += folded_.cum[box];
    if (!own_.empty()) folded_.magnitude[parent] += folded_.magnitude[box];
  }
}

}  // namespace burnglass
