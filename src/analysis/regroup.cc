#include "analysis/regroup.h"

#include <algorithm>

namespace burnglass {

Regrouper::Regrouper(const TreeColumns& columns, const NameTable& names, WalkPlan plan)
    : columns_(columns),
      names_(names),
      plan_(std::move(plan)),
      group_of_name_(names.size(), {.box = kNone, .group = 0}) {
  tree_.by_name = plan_.by_name;
  tree_.least = plan_.least;
  if (!plan_.up) Link();
  PushRoot();
}

void Regrouper::Link() {
  first_child_.assign(columns_.parent.size(), 0);
  next_sibling_.assign(columns_.parent.size(), 0);
  for (auto box = static_cast<std::uint32_t>(columns_.parent.size()); box-- > 1;) {
    next_sibling_[box] = first_child_[columns_.parent[box]];
    first_child_[columns_.parent[box]] = box;
  }
}

void Regrouper::PushRoot() {
  Group root;
  root.name = plan_.root_name;
  root.inlined = false;
  for (const WalkItem& item : plan_.start) root.cum += item.cum, root.width += item.width;
  if (plan_.from_ends) {
    root.cum = columns_.cum[0];
    root.width = columns_.width(0);
  } else {
    arena_ = std::move(plan_.start);
    root.count = static_cast<std::uint32_t>(arena_.size());
  }
  open_.push_back(root);
}

void Regrouper::Step() {
  const Group group = open_.back();
  open_.pop_back();
  const std::uint32_t box = AddBox(group);
  following_.clear();
  children_.clear();
  if (box == 0 && plan_.from_ends) return OpenEnds();
  for (std::uint32_t i = 0; i < group.count; ++i) {
    const WalkItem item = arena_[group.begin + i];
    plan_.up ? FollowUp(box, item) : FollowDown(box, item);
  }
  arena_.resize(group.begin);
  Open(box, group.x);
}

std::uint32_t Regrouper::AddBox(const Group& group) {
  const auto box = static_cast<std::uint32_t>(tree_.size());
  const std::uint32_t depth = box == 0 ? 0 : tree_.depth[group.parent] + 1;
  tree_.parent.push_back(group.parent);
  tree_.depth.push_back(depth);
  tree_.name.push_back(group.name);
  tree_.inlined.push_back(group.inlined);
  tree_.x.push_back(group.x);
  tree_.cum.push_back(group.cum);
  tree_.flat.push_back(0);
  if (!columns_.magnitude.empty()) tree_.magnitude.push_back(group.width);
  if (plan_.least > 0) tree_.pruned.push_back(0);
  tree_.deepest = std::max(tree_.deepest, depth);
  return box;
}

void Regrouper::FollowUp(std::uint32_t box, const WalkItem& item) {
  const std::uint32_t caller = columns_.parent[item.box];
  if (caller == 0) {
    tree_.flat[box] += item.cum;
  } else {
    Join(box, {caller, item.cum, item.width});
  }
}

void Regrouper::FollowDown(std::uint32_t box, const WalkItem& item) {
  tree_.flat[box] += columns_.flat[item.box];
  for (std::uint32_t child = first_child_[item.box]; child != 0; child = next_sibling_[child]) {
    Join(box, {child, columns_.cum[child], columns_.width(child)});
  }
}

// So many that they are counted first, and go to their groups without a stop.
void Regrouper::OpenEnds() {
  const std::span<const std::int64_t> width =
      plan_.own_width.empty() ? columns_.flat : std::span<const std::int64_t>(plan_.own_width);
  tree_.flat[0] = columns_.flat[0];
  const auto count = static_cast<std::uint32_t>(width.size());
  for (std::uint32_t end = 1; end < count; ++end) {
    if (width[end] == 0) continue;
    Group& group = GroupOf(0, end);
    group.cum += columns_.flat[end];
    group.width += width[end];
    ++group.count;
  }
  Push(0, 0);
  for (std::uint32_t end = 1; end < count; ++end) {
    if (width[end] == 0) continue;
    Group& group = children_[group_of_name_[columns_.name[end]].group];
    if (group.count > 0) arena_[group.begin++] = {end, columns_.flat[end], width[end]};
  }
}

// The group of the children of a box that a walked box goes to.
Regrouper::Group& Regrouper::GroupOf(std::uint32_t box, std::uint32_t of) {
  const NameId name = columns_.name[of];
  Stamp& stamp = group_of_name_[name];
  if (stamp.box != box) {
    stamp = {box, static_cast<std::uint32_t>(children_.size())};
    children_.emplace_back();
    children_.back().name = name;
    children_.back().parent = box;
  }
  Group& group = children_[stamp.group];
  group.inlined &= columns_.inlined[of] != 0;
  return group;
}

void Regrouper::Join(std::uint32_t box, const WalkItem& item) {
  if (item.width == 0) return;
  Group& group = GroupOf(box, item.box);
  group.cum += item.cum;
  group.width += item.width;
  // Callees of one box that come together have it as their caller together.
  if (!following_.empty() && following_.back().item.box == item.box) {
    following_.back().item.cum += item.cum;
    following_.back().item.width += item.width;
    return;
  }
  ++group.count;
  following_.push_back({item, static_cast<std::uint32_t>(&group - children_.data())});
}

void Regrouper::Open(std::uint32_t box, std::int64_t x) {
  if (children_.empty()) return;
  Push(box, x);
  for (const Following& following : following_) {
    Group& group = children_[following.group];
    if (group.count > 0) arena_[group.begin++] = following.item;
  }
}

// Sorts the children, lays them side by side from x on, and pushes the last one first. The arena
// has room for their items.
void Regrouper::Push(std::uint32_t box, std::int64_t x) {
  order_.clear();
  for (std::uint32_t i = 0; i < children_.size(); ++i) {
    if (children_[i].width >= plan_.least) {
      order_.push_back(i);
    } else {
      children_[i].count = 0;
      tree_.pruned[box] = 1;
    }
  }
  std::sort(order_.begin(), order_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return Before(children_[a], children_[b]); });
  for (const std::uint32_t i : order_) {
    children_[i].x = x;
    x += children_[i].width;
  }
  auto arena_end = static_cast<std::uint32_t>(arena_.size());
  for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
    Group& group = children_[*i];
    group.begin = arena_end;
    arena_end += group.count;
    open_.push_back(group);
  }
  arena_.resize(arena_end);
}

bool Regrouper::Before(const Group& a, const Group& b) const {
  if (!plan_.by_name && a.width != b.width) return a.width > b.width;
  if (names_.rank(a.name) != names_.rank(b.name)) return names_.rank(a.name) < names_.rank(b.name);
  return a.name < b.name;
}

CallTree Regrouper::Take() {
  tree_.end.resize(tree_.size());
  for (std::size_t i = tree_.size(); i-- > 0;) {
    tree_.end[i] = std::max(tree_.end[i], static_cast<std::uint32_t>(i + 1));
    if (i > 0) tree_.end[tree_.parent[i]] = std::max(tree_.end[tree_.parent[i]], tree_.end[i]);
  }
  return std::move(tree_);
}

}  // namespace burnglass
