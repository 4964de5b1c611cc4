#include "analysis/reshape_tree.h"

#include <optional>

#include "analysis/flame_layout.h"
#include "analysis/fold_tree.h"
#include "analysis/regroup.h"
#include "analysis/search.h"

namespace burnglass {
namespace {

template <typename Tree>
TreeColumns ColumnsOf(const Tree& tree) {
  return {tree.parent, tree.name, tree.inlined, tree.cum, tree.flat, tree.magnitude};
}

// The boxes of a row that are not below another of its boxes.
std::vector<WalkItem> TopmostOf(const CallTree& tree, const NameTable& names, NameId row) {
  const NameSet set = NamesOfRow(names, row);
  std::vector<WalkItem> topmost;
  for (std::uint32_t box = 1; box < tree.size();) {
    const bool found = set.Has(tree.name[box]);
    if (found) topmost.push_back({box, tree.cum[box], tree.width(box)});
    box = found ? tree.end[box] : box + 1;
  }
  return topmost;
}

WalkPlan PlanOf(const CallTree& tree, const NameTable& names, const TreeShape& shape,
                std::int64_t least) {
  WalkPlan plan;
  plan.by_name = shape.by_name;
  plan.least = least;
  switch (shape.form) {
    case TreeForm::kTopDown:
      plan.start = {{0, tree.cum[0], tree.width(0)}};
      break;
    case TreeForm::kInverted:
      plan.up = plan.from_ends = true;
      plan.own_width = OwnWidths(tree);
      break;
    case TreeForm::kCallers:
    case TreeForm::kCallees:
      plan.up = shape.form == TreeForm::kCallers;
      plan.start = TopmostOf(tree, names, shape.pivot);
      plan.root_name = shape.pivot;
      break;
  }
  return plan;
}

// More boxes than the walk up can make: as if no two ways had a caller in common.
std::uint64_t MostBoxes(const CallTree& tree, const WalkPlan& plan) {
  std::uint64_t sum = 1;
  for (const WalkItem& item : plan.start) sum += tree.depth[item.box];
  if (!plan.from_ends) return sum;
  const std::vector<std::int64_t>& width = plan.own_width.empty() ? tree.flat : plan.own_width;
  for (std::size_t box = 1; box < tree.size(); ++box) sum += width[box] != 0 ? tree.depth[box] : 0;
  return sum;
}

std::int64_t WidthOf(const std::vector<WalkItem>& items) {
  std::int64_t sum = 0;
  for (const WalkItem& item : items) sum += item.width;
  return sum;
}

}  // namespace

// First recursion and packages are folded, if that is wanted, and the rest is done to what that
// leaves.
class TreeReshaper::State {
 public:
  State(const CallTree& upright, const NameTable& names, const TreeShape& shape,
        const ReshapeLimits& limits, const std::vector<NameId>* packages)
      : names_(names), shape_(shape), limits_(limits), total_(upright.total), tree_(&upright) {
    if (shape.Folds()) {
      folder_.emplace(upright, FoldPlan{shape.folded, shape.packages ? packages : nullptr});
    }
  }

  bool Work(const Budget& budget) {
    if (folder_ && !Fold(budget)) return false;
    if (IsFoldedAlone()) return true;
    if (!walk_ && !BeginSketch()) Begin(0);
    if (!Walk(budget)) return false;
    if (!sketches_) return true;
    sketches_ = false;
    sketch_ = Take();
    Begin(0);
    return false;
  }

  const CallTree* sketch() const { return sketch_ ? &*sketch_ : nullptr; }

  CallTree Take() {
    CallTree tree = walk_ ? walk_->Take() : std::move(folded_);
    tree.total = total_;
    return tree;
  }

 private:
  // By name, boxes that are left out would move those right of them.
  bool BeginSketch() {
    if (shape_.form != TreeForm::kInverted || shape_.by_name) return false;
    WalkPlan plan = PlanOf(*tree_, names_, shape_, FinestWidth(tree_->width(0)));
    const std::uint64_t most = MostBoxes(*tree_, plan);
    // What is built without its narrow boxes is its sketch already.
    sketches_ = most > limits_.sketched && !IsTooLarge(most);
    if (sketches_) walk_.emplace(ColumnsOf(*tree_), names_, std::move(plan));
    return sketches_;
  }

  bool IsFoldedAlone() const { return shape_.Folds() && shape_.form == TreeForm::kTopDown; }

  bool Fold(const Budget& budget) {
    if (!walk_) {
      if (!folder_->Work(budget)) return false;
      loose_ = folder_->Take();
      WalkPlan plan;
      plan.start = {{0, loose_.cum[0], ColumnsOf(loose_).width(0)}};
      plan.by_name = IsFoldedAlone() && shape_.by_name;
      walk_.emplace(ColumnsOf(loose_), names_, std::move(plan));
    }
    if (!Walk(budget)) return false;
    folded_ = walk_->Take();
    loose_ = {};
    walk_.reset();
    folder_.reset();
    tree_ = &folded_;
    return true;
  }

  bool IsTooLarge(std::uint64_t most_boxes) const {
    constexpr std::uint64_t kUsuallyShared = 8;
    return most_boxes / kUsuallyShared > limits_.boxes;
  }

  // `least` 0: a complete tree, unless it is sure to be much too large.
  void Begin(std::int64_t least) {
    WalkPlan plan = PlanOf(*tree_, names_, shape_, 0);
    const bool up = plan.up;
    const bool large = up && IsTooLarge(MostBoxes(*tree_, plan));
    finest_ = FinestWidth(plan.from_ends ? tree_->width(0) : WidthOf(plan.start));
    plan.least = large ? finest_ : least;
    walk_.emplace(ColumnsOf(*tree_), names_, std::move(plan));
    limited_ = up && least == 0 && !large;
  }

  bool Walk(const Budget& budget) {
    constexpr int kStepsBetweenLooks = 512;
    while (!walk_->done()) {
      for (int i = 0; i < kStepsBetweenLooks && !walk_->done(); ++i) walk_->Step();
      if (limited_ && walk_->boxes() > limits_.boxes) Begin(finest_);
      if (budget.Spent()) break;
    }
    return walk_->done();
  }

  const NameTable& names_;
  const TreeShape shape_;
  const ReshapeLimits limits_;
  const std::int64_t total_;
  const CallTree* tree_;  // to be walked
  std::optional<TreeFolder> folder_;
  LooseTree loose_;
  CallTree folded_;
  std::optional<Regrouper> walk_;
  bool sketches_ = false;  // the walk makes the sketch
  std::optional<CallTree> sketch_;
  std::int64_t finest_ = 0;
  bool limited_ = false;  // the walk begins anew when it has made too many boxes
};

TreeReshaper::TreeReshaper(const CallTree& upright, const NameTable& names, const TreeShape& shape,
                           const ReshapeLimits& limits, const std::vector<NameId>* packages)
    : state_(std::make_unique<State>(upright, names, shape, limits, packages)) {}

TreeReshaper::~TreeReshaper() = default;

bool TreeReshaper::Work(const Budget& budget) { return state_->Work(budget); }

const CallTree* TreeReshaper::sketch() const { return state_->sketch(); }

CallTree TreeReshaper::Take() { return state_->Take(); }

CallTree ReshapeTree(const CallTree& upright, const NameTable& names, const TreeShape& shape,
                     const ReshapeLimits& limits, const std::vector<NameId>* packages) {
  TreeReshaper reshaper(upright, names, shape, limits, packages);
  reshaper.Work(Budget::Unlimited());
  return reshaper.Take();
}

}  // namespace burnglass
