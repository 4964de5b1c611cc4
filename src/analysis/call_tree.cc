#include "analysis/call_tree.h"

#include <algorithm>

#include "analysis/flame_layout.h"
#include "analysis/sum_error.h"
#include "analysis/weighted_stacks.h"

namespace burnglass {
namespace {

// One line of a node of the location tree: `frame` counts in NameTable's frames.
struct Item {
  std::uint32_t node = 0;
  std::uint32_t frame = 0;
};

// A box to be: a group of items with one name and one parent.
struct Group {
  NameId name = kRootName;
  std::uint32_t parent = 0;
  std::uint32_t count = 0;
  bool inlined = true;
  std::uint32_t begin = 0;  // of several items: where they begin in the arena
  Item item;                // of a single one: it
  std::int64_t x = 0, cum = 0, magnitude = 0;
};

// Expands groups depth first. A popped group becomes a box; the items that follow its own (the next
// inlined line, or the first lines of the node's children) are grouped by name, and the groups are
// pushed so that the widest is on top: so boxes come out in drawing order. The items of the groups
// on the stack lie in one arena, those of the topmost group last.
//
// With a `least` narrower groups are dropped, and what is below them is never looked at.
class Expansion {
 public:
  Expansion(const WeightedStacks& stacks, const NameTable& names, std::int64_t least)
      : stacks_(stacks),
        names_(names),
        frames_(stacks.frames->frames),
        ends_(stacks.stacks->end),
        group_of_name_(names.size(), {.box = kNone, .group = 0}) {
    tree_.least = least;
    Group root;
    root.count = 1;
    root.inlined = false;
    root.cum = stacks.cum[0];
    root.magnitude = stacks.width(0);
    open_.push_back(root);
    if (least == 0) Reserve(stacks.most_boxes);
  }

  bool done() const { return open_.empty(); }
  bool sketches() const { return tree_.least > 0; }

  void Step() {
    Group group = open_.back();
    open_.pop_back();
    std::uint32_t box = AddBox(group);
    following_.clear();
    children_.clear();
    if (group.count == 1) {
      while (GoOn(group, box)) box = AddBox(group);
      Follow(box, group.item);
    } else {
      for (std::uint32_t i = 0; i < group.count; ++i) Follow(box, arena_[group.begin + i]);
      arena_.resize(group.begin);
    }
    Open(box, group.x);
  }

  CallTree Take() {
    tree_.end.resize(tree_.size());
    for (std::size_t i = tree_.size(); i-- > 0;) {
      tree_.end[i] = std::max(tree_.end[i], static_cast<std::uint32_t>(i + 1));
      if (i > 0) tree_.end[tree_.parent[i]] = std::max(tree_.end[tree_.parent[i]], tree_.end[i]);
    }
    return std::move(tree_);
  }

 private:
  void Reserve(std::size_t boxes) {
    const auto reserve = [boxes](auto&... columns) { (columns.reserve(boxes), ...); };
    reserve(tree_.parent, tree_.depth, tree_.name, tree_.inlined, tree_.x, tree_.cum, tree_.flat);
    if (!stacks_.magnitude.empty()) tree_.magnitude.reserve(boxes);
  }

  // Which group of the children of a box has a name.
  struct Stamp {
    std::uint32_t box, group;
  };
  // An item and the group that it goes to.
  struct Following {
    Item item;
    std::uint32_t group;
  };

  std::uint32_t AddBox(const Group& group) {
    const auto box = static_cast<std::uint32_t>(tree_.size());
    const std::uint32_t depth = box == 0 ? 0 : tree_.depth[group.parent] + 1;
    tree_.parent.push_back(group.parent);
    tree_.depth.push_back(depth);
    tree_.name.push_back(group.name);
    tree_.inlined.push_back(group.inlined);
    tree_.x.push_back(group.x);
    tree_.cum.push_back(group.cum);
    tree_.flat.push_back(0);
    if (!stacks_.magnitude.empty()) tree_.magnitude.push_back(group.magnitude);
    if (tree_.least > 0) tree_.pruned.push_back(0);
    tree_.deepest = std::max(tree_.deepest, depth);
    return box;
  }

  // Where the way of a single item does not part, its group becomes what follows, and nothing need
  // be grouped. False: it parts or ends.
  bool GoOn(Group& group, std::uint32_t box) {
    const std::uint32_t node = group.item.node;
    if (HasMoreFrames(group.item)) {
      ++group.item.frame;
      group.inlined = true;
    } else {
      const std::uint32_t child = node + 1;
      if (child == ends_[node] || ends_[child] != ends_[node]) return false;
      if (const std::int64_t width = stacks_.width(child); width == 0 || width < tree_.least) {
        return false;
      }
      tree_.flat[box] = stacks_.cum[node] - stacks_.cum[child];
      group.item = {child, stacks_.FrameBegin(child)};
      group.inlined = false;
      group.cum = stacks_.cum[child];
      group.magnitude = stacks_.width(child);
    }
    group.parent = box;
    group.name = frames_[group.item.frame];
    return true;
  }

  void Follow(std::uint32_t box, Item item) {
    if (HasMoreFrames(item)) {
      Join(box, {item.node, item.frame + 1});
      return;
    }
    std::int64_t flat = stacks_.cum[item.node];
    const std::uint32_t end = ends_[item.node];
    for (std::uint32_t child = item.node + 1; child < end; child = ends_[child]) {
      if (stacks_.width(child) != 0) Join(box, {child, stacks_.FrameBegin(child)});
      flat -= stacks_.cum[child];
    }
    tree_.flat[box] += flat;
  }

  bool HasMoreFrames(const Item& item) const {
    return item.node != 0 && item.frame + 1 < stacks_.FrameEnd(item.node);
  }

  void Join(std::uint32_t box, Item item) {
    const NameId name = frames_[item.frame];
    Stamp& stamp = group_of_name_[name];
    if (stamp.box != box) {
      stamp = {box, static_cast<std::uint32_t>(children_.size())};
      children_.emplace_back();
      children_.back().name = name;
      children_.back().parent = box;
      children_.back().item = item;
    }
    Group& group = children_[stamp.group];
    ++group.count;
    group.inlined &= item.frame > stacks_.FrameBegin(item.node);
    group.cum += stacks_.cum[item.node];
    group.magnitude += stacks_.width(item.node);
    following_.push_back({item, stamp.group});
  }

  // Sorts the children, lays them side by side from x on, and pushes the last one first.
  void Open(std::uint32_t box, std::int64_t x) {
    if (children_.empty()) return;
    order_.clear();
    for (std::uint32_t i = 0; i < children_.size(); ++i) {
      if (children_[i].magnitude >= tree_.least) {
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
      x += children_[i].magnitude;
    }
    auto arena_end = static_cast<std::uint32_t>(arena_.size());
    for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
      Group& group = children_[*i];
      group.begin = arena_end;
      if (group.count > 1) arena_end += group.count;
      open_.push_back(group);
    }
    MoveIntoArena(arena_end);
  }

  void MoveIntoArena(std::uint32_t arena_end) {
    if (arena_end == arena_.size()) return;
    arena_.resize(arena_end);
    for (const Following& following : following_) {
      Group& group = children_[following.group];
      if (group.count > 1) arena_[group.begin++] = following.item;
    }
  }

  bool Before(const Group& a, const Group& b) const {
    if (a.magnitude != b.magnitude) return a.magnitude > b.magnitude;
    if (names_.rank(a.name) != names_.rank(b.name))
      return names_.rank(a.name) < names_.rank(b.name);
    return a.name < b.name;
  }

  const WeightedStacks& stacks_;
  const NameTable& names_;
  const std::span<const NameId> frames_;
  const std::span<const std::uint32_t> ends_;
  CallTree tree_;
  std::vector<Group> open_;
  std::vector<Item> arena_;
  std::vector<Stamp> group_of_name_;
  // Of the group that is being expanded:
  std::vector<Following> following_;
  std::vector<Group> children_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

class CallTreeBuilder::State {
 public:
  State(const Selection& selection, const NameTable& names, const LocationTree& stacks,
        const NameFrames* frames, std::size_t sketched)
      : selection_(selection),
        names_(names),
        left_(selection.lines && !frames ? names.FramesOf(*selection.profile, *selection.lines)
                                         : NameFrames()),
        frames_(frames            ? *frames
                : selection.lines ? left_
                                  : names.frames()),
        sketched_(sketched),
        weigher_(selection.values(), frames_, selection.stacks ? *selection.stacks : stacks) {}

  bool Work(const Budget& budget) {
    if (!expansion_) {
      if (!weigher_.Work(budget)) return false;
      if (weigher_.overflowed()) return true;
      stacks_ = weigher_.Take();
      const bool first_a_sketch = stacks_.most_boxes > sketched_;
      expansion_.emplace(stacks_, names_, first_a_sketch ? FinestWidth(stacks_.width(0)) : 0);
    }
    if (!Expand(budget)) return false;
    if (sketch_ || !expansion_->sketches()) return true;
    sketch_ = TakeTree();
    sketch_->deepest = stacks_.Depth();
    expansion_.emplace(stacks_, names_, 0);
    return false;
  }

  const CallTree* sketch() const { return sketch_ ? &*sketch_ : nullptr; }

  Result<CallTree> Take() {
    if (weigher_.overflowed()) {
      return Error{SumsDoNotFit(selection_).message + ", so no widths can be shown."};
    }
    return TakeTree();
  }

 private:
  bool Expand(const Budget& budget) {
    constexpr int kStepsBetweenLooks = 512;
    while (!expansion_->done()) {
      for (int i = 0; i < kStepsBetweenLooks && !expansion_->done(); ++i) expansion_->Step();
      if (budget.Spent()) break;
    }
    return expansion_->done();
  }

  CallTree TakeTree() {
    CallTree tree = expansion_->Take();
    tree.total = selection_.total;
    return tree;
  }

  const Selection& selection_;
  const NameTable& names_;
  const NameFrames left_;  // if the selection has been filtered
  const NameFrames& frames_;
  const std::size_t sketched_;
  StackWeigher weigher_;
  WeightedStacks stacks_;
  std::optional<Expansion> expansion_;
  std::optional<CallTree> sketch_;
};

CallTreeBuilder::CallTreeBuilder(const Selection& selection, const NameTable& names,
                                 const LocationTree& stacks, const NameFrames* frames,
                                 std::size_t sketched)
    : state_(std::make_unique<State>(selection, names, stacks, frames, sketched)) {}

CallTreeBuilder::~CallTreeBuilder() = default;

bool CallTreeBuilder::Work(const Budget& budget) { return state_->Work(budget); }

const CallTree* CallTreeBuilder::sketch() const { return state_->sketch(); }

Result<CallTree> CallTreeBuilder::Take() { return state_->Take(); }

Result<CallTree> BuildCallTree(const Selection& selection, const NameTable& names,
                               const LocationTree& stacks) {
  CallTreeBuilder builder(selection, names, stacks);
  builder.Work(Budget::Unlimited());
  return builder.Take();
}

}  // namespace burnglass
