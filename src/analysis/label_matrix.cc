#include "analysis/label_matrix.h"

#include <bit>
#include <optional>
#include <span>

#include "base/checked_sum.h"

namespace burnglass {
namespace {

constexpr std::uint32_t kNoRow = 0xffffffff;

// The rows that a stack goes through, and the one that it ends in, for every node of the tree.
struct Paths {
  std::vector<std::uint64_t> through;
  std::vector<std::uint32_t> end;
};

Paths FindPaths(const LocationTree& stacks, const NameFrames& frames,
                std::span<const std::uint32_t> row_of) {
  Paths paths{std::vector<std::uint64_t>(stacks.size()),
              std::vector<std::uint32_t>(stacks.size(), kNoRow)};
  for (std::uint32_t node = 1; node < stacks.size(); ++node) {
    paths.through[node] = paths.through[stacks.parent[node]];
    paths.end[node] = paths.end[stacks.parent[node]];
    for (const NameId name : frames.of(stacks.location[node])) {
      const std::uint32_t row = paths.end[node] = row_of[name];
      if (row != kNoRow) paths.through[node] |= std::uint64_t{1} << row;
    }
  }
  return paths;
}

class Summer {
 public:
  Summer(const Selection& selection, LabelIndex& index, std::uint32_t key,
         const LabelMatrixOptions& options)
      : selection_(selection), index_(index), key_(key), options_(options) {
    matrix_.columns = options.values.size() + (options.without ? 1 : 0);
    matrix_.cells.resize(options.rows.size() * matrix_.columns);
    matrix_.costs.resize(matrix_.columns);
    column_of_.resize(index.keys()[key].values.size(), kNoRow);
    for (std::uint32_t i = 0; i < options.values.size(); ++i) column_of_[options.values[i]] = i;
  }

  LabelMatrix Sum(const Paths& paths) {
    for (std::size_t i = 0; i < selection_.values().size(); ++i) {
      const std::uint32_t leaf = selection_.stacks->leaf[i];
      if (leaf == kNone) continue;
      const std::uint64_t rows = options_.cum                ? paths.through[leaf]
                                 : paths.end[leaf] == kNoRow ? 0
                                                             : std::uint64_t{1} << paths.end[leaf];
      FindColumns(i);
      for (const std::uint32_t column : columns_) Add(rows, column, selection_.values()[i]);
    }
    return std::move(matrix_);
  }

 private:
  // A sample may have several values of the key, and one of them twice.
  void FindColumns(std::size_t sample) {
    columns_.clear();
    bool has_key = false;
    for (const Label& label : selection_.profile->labels(sample)) {
      if (!selection_.Sees(label)) continue;
      const LabelIndex::Place place = index_.Of(label);
      if (place.key != key_) continue;
      has_key = true;
      const std::uint32_t column = column_of_[place.value];
      bool known = column == kNoRow;
      for (const std::uint32_t one : columns_) known |= one == column;
      if (!known) columns_.push_back(column);
    }
    if (!has_key && options_.without) {
      columns_.push_back(static_cast<std::uint32_t>(matrix_.columns - 1));
    }
  }

  void Add(std::uint64_t rows, std::uint32_t column, std::int64_t value) {
    matrix_.costs[column] = WrappingAdd(matrix_.costs[column], value);
    for (; rows != 0; rows &= rows - 1) {
      const auto row = static_cast<std::size_t>(std::countr_zero(rows));
      std::int64_t& cell = matrix_.cells[row * matrix_.columns + column];
      cell = WrappingAdd(cell, value);
    }
  }

  const Selection& selection_;
  LabelIndex& index_;
  const std::uint32_t key_;
  const LabelMatrixOptions& options_;
  LabelMatrix matrix_;
  std::vector<std::uint32_t> column_of_;  // by value
  std::vector<std::uint32_t> columns_;    // of one sample
};

}  // namespace

LabelMatrix SumLabelMatrix(const Selection& selection, const NameTable& names, LabelIndex& index,
                           std::uint32_t key, const LabelMatrixOptions& options,
                           const NameFrames* frames) {
  std::vector<std::uint32_t> row_of(names.size(), kNoRow);
  for (std::uint32_t i = 0; i < options.rows.size(); ++i) row_of[options.rows[i]] = i;
  for (NameId name = 0; name < names.size(); ++name) row_of[name] = row_of[names.row(name)];
  const NameFrames left =
      frames ? NameFrames() : names.FramesOf(*selection.profile, *selection.lines);
  const Paths paths = FindPaths(*selection.stacks, frames ? *frames : left, row_of);
  return Summer(selection, index, key, options).Sum(paths);
}

}  // namespace burnglass
