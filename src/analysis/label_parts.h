// LabelParts: which value of a label has the largest part of each box of a tree.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/call_tree.h"
#include "analysis/label_index.h"
#include "analysis/reshape_tree.h"

namespace burnglass {

// The values of a key that are told apart; `column_of` has a column for each value of the key in
// the index, below `columns`.
struct ValueColumns {
  std::uint32_t key = 0;
  std::vector<std::uint32_t> column_of;
  std::uint32_t columns = 0;
  std::optional<std::uint32_t> without;  // of samples that do not have the key
};

struct LargestParts {
  std::vector<std::uint8_t> column;  // by box; kNoColumn where none has any cost
  std::vector<std::uint8_t> share;   // 255: all of the box
};
inline constexpr std::uint8_t kNoColumn = 255;

// Works it out in slices, a column after the other: the cum of a box in the samples of one column
// is what it is when only these are selected. A sample with two values counts in both columns; of
// equal parts the first column has it. Everything given must outlive it. `tree` is `upright` in
// `shape`; `frames` is what the locations of the selection show.
class LabelPartsBuilder {
 public:
  struct Source {
    const Selection& selection;  // with stacks
    const NameTable& names;
    const NameFrames& frames;
    const CallTree& upright;
    const CallTree& tree;
    TreeShape shape;
    const std::vector<NameId>* packages = nullptr;  // as TreeReshaper takes them
  };
  LabelPartsBuilder(const Source& source, LabelIndex& index, const ValueColumns& columns);

  // Works until all is done (true) or the budget is spent (false).
  bool Work(const Budget& budget);

  // After Work returned true, once.
  LargestParts Take() { return std::move(largest_); }

 private:
  struct Entry {
    std::uint32_t box = 0;  // of the upright tree, where the sample's stack ends
    std::int64_t value = 0;
  };
  // By box and name the child of that name.
  using Children = std::unordered_map<std::uint64_t, std::uint32_t>;

  static Children ChildrenOf(const CallTree& tree);
  std::vector<std::uint32_t> FindEnds() const;
  void SortSamples(LabelIndex& index, const ValueColumns& columns);
  CallTree PartOfUpright(std::uint32_t column) const;
  void AddPart(std::uint32_t column, const CallTree& part);
  void Note(std::uint32_t column, std::uint32_t box, std::int64_t cum);

  const Source source_;
  const bool shaped_;
  Children children_;                        // of the tree
  std::vector<std::vector<Entry>> samples_;  // by column
  std::uint32_t column_ = 0;                 // the next one to work on
  CallTree part_;                            // of the upright tree, while it is reshaped
  std::unique_ptr<TreeReshaper> reshaper_;
  std::vector<std::int64_t> best_;  // by box, magnitudes
  LargestParts largest_;
};

}  // namespace burnglass
