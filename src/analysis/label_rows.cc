#include "analysis/label_rows.h"

#include <algorithm>

#include "base/checked_sum.h"

namespace burnglass {
namespace {

// Nodes and rows are marked by the value that saw them last, so that each is seen once for a value.
class Counter {
 public:
  Counter(const LocationTree& stacks, const NameTable& names, const NameFrames& frames)
      : stacks_(stacks),
        names_(names),
        frames_(frames),
        node_seen_(stacks.size()),
        row_seen_(names.size()) {}

  std::uint32_t CountAt(const std::vector<std::uint32_t>& leaves) {
    ++mark_;
    std::uint32_t count = 0;
    for (std::uint32_t node : leaves) {
      for (; node != 0 && node_seen_[node] != mark_; node = stacks_.parent[node]) {
        node_seen_[node] = mark_;
        for (const NameId name : frames_.of(stacks_.location[node])) {
          std::uint32_t& seen = row_seen_[names_.row(name)];
          if (seen != mark_) ++count;
          seen = mark_;
        }
      }
    }
    return count;
  }

 private:
  const LocationTree& stacks_;
  const NameTable& names_;
  const NameFrames& frames_;
  std::uint32_t mark_ = 0;
  std::vector<std::uint32_t> node_seen_, row_seen_;
};

}  // namespace

LabelRows CountLabelRows(const Selection& selection, const NameTable& names,
                         const NameFrames& frames, LabelIndex& index, std::uint32_t key) {
  LabelRows rows;
  std::vector<std::vector<std::uint32_t>> leaves(index.keys()[key].values.size());
  std::vector<std::uint32_t> without, of_sample;
  for (std::size_t i = 0; i < selection.values().size(); ++i) {
    const std::uint32_t leaf = selection.stacks->leaf[i];
    const std::int64_t value = selection.values()[i];
    if (leaf == kNone) continue;
    of_sample.clear();
    for (const Label& label : selection.profile->labels(i)) {
      if (!selection.Sees(label)) continue;
      const LabelIndex::Place place = index.Of(label);
      if (place.key == key) of_sample.push_back(place.value);
    }
    if (of_sample.size() > 1) rows.several = WrappingAdd(rows.several, value);
    if (value == 0) continue;
    if (of_sample.empty()) without.push_back(leaf);
    for (const std::uint32_t of : of_sample) leaves[of].push_back(leaf);
  }
  Counter counter(*selection.stacks, names, frames);
  for (const auto& of_value : leaves) rows.functions.push_back(counter.CountAt(of_value));
  rows.functions_without = counter.CountAt(without);
  return rows;
}

}  // namespace burnglass
