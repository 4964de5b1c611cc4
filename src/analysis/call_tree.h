// CallTree: the stacks of a selection merged from the root, by name: what a flame graph draws. An
// inlined function is a box within its caller's. Built once, in drawing order, then only read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "analysis/name_table.h"
#include "analysis/select.h"
#include "base/budget.h"
#include "base/result.h"
#include "profile/location_tree.h"

namespace burnglass {

// Boxes are numbered in preorder, so a parent comes before its children and a subtree is a range.
// Box 0 is the root. Siblings lie from the widest to the narrowest; equally wide ones by text, then
// by number of their names, which is total, for no two siblings have the same name. Samples of
// value 0 are not in the tree, so every box but the root has a width.
//
// A tree of another shape is derived from this one (analysis/reshape_tree.h); what is different
// there is said at the members.
//
// All sums fit: the width of the root bounds every other number here, and who builds checks it.
struct CallTree {
  std::vector<std::uint32_t> parent;  // of the root: 0
  std::vector<std::uint32_t> end;     // the subtree of box i is [i, end[i])
  std::vector<std::uint32_t> depth;   // of the root: 0
  std::vector<NameId> name;
  std::vector<std::uint8_t> inlined;  // 1: in all of its samples inlined into its parent
  std::vector<std::int64_t> x;     // where it begins; the first child begins where its parent does
  std::vector<std::int64_t> cum;   // sum of the values of the samples that go through the box
  std::vector<std::int64_t> flat;  // of those that end in it
  // Sum of their magnitudes, which is what width shows and never less than |cum|. Empty where no
  // sample is negative and width is cum.
  std::vector<std::int64_t> magnitude;

  std::uint32_t deepest = 0;
  std::int64_t total = 0;  // what percentages are of (Selection::total)

  // Of other shapes and of sketches only:
  bool by_name = false;              // siblings stand by their names, or else not by weight
  std::int64_t least = 0;            // boxes narrower than this are not in the tree; 0: all are
  std::vector<std::uint8_t> pruned;  // 1: some of its children are not; empty: of no box

  // Of a side (analysis/side_tree.h): which box of the whole tree each is, in its order; empty: the
  // same.
  std::vector<std::uint32_t> whole;

  std::size_t size() const { return parent.size(); }
  std::int64_t width(std::uint32_t box) const {
    return magnitude.empty() ? cum[box] : magnitude[box];
  }
};

// Trees that have no more boxes than this are there at once, and need no sketch.
inline constexpr std::size_t kSketchedBoxes = 1 << 17;

// Builds one in slices. Everything given must outlive the builder. `stacks` are all of the
// profile's; where the selection has stacks and lines of its own, those are what is drawn. `frames`
// is what its locations show, where that is not what the names know (analysis/own_frames.h).
// A tree that may have more than `sketched` boxes is sketched first.
class CallTreeBuilder {
 public:
  CallTreeBuilder(const Selection& selection, const NameTable& names, const LocationTree& stacks,
                  const NameFrames* frames = nullptr, std::size_t sketched = kNone);
  ~CallTreeBuilder();

  // Works until the tree is done (true), or the budget is spent or the sketch is there (false).
  bool Work(const Budget& budget);

  // The tree without boxes narrower than FinestWidth of it: all that a view of the whole can show,
  // long before the rest is done. Its deepest is the whole tree's. Null before, and where there is
  // none.
  const CallTree* sketch() const;

  // After Work returned true, once. Fails when the magnitudes of the values add up to more than an
  // int64 holds: a tree of sums that wrapped around would show false widths.
  Result<CallTree> Take();

 private:
  class State;
  std::unique_ptr<State> state_;
};

Result<CallTree> BuildCallTree(const Selection& selection, const NameTable& names,
                               const LocationTree& stacks);

}  // namespace burnglass
