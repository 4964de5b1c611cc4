#include "session/flame.h"

#include <algorithm>
#include <numeric>

namespace burnglass {

Flame::Flame(HeldMessage answer)
    : answer_(std::move(answer)),
      node_(answer_->U32("node")),
      parent_(answer_->U32("parent")),
      depth_(answer_->U32("depth")),
      name_(answer_->U32("name")),
      x_(answer_->I64("x")),
      width_(answer_->I64("width")),
      cum_(answer_->I64("cum")),
      flat_(answer_->I64("flat")),
      flags_(answer_->U8("flags")) {}

Result<Flame> Flame::Read(HeldMessage answer, std::size_t names) {
  Flame flame(std::move(answer));
  if (!flame.Sound(names)) return Error{"the engine's flame graph is damaged"};
  flame.IndexRows();
  flame.IndexNodes();
  return flame;
}

bool Flame::Sound(std::size_t names) const {
  const std::size_t count = node_.size();
  for (const std::size_t size : {parent_.size(), depth_.size(), name_.size(), x_.size(),
                                 width_.size(), cum_.size(), flat_.size(), flags_.size()}) {
    if (size != count) return false;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (name_[i] >= names || width_[i] < 0 || x_[i] < 0) return false;
    if (i == 0 ? depth_[i] != 0 : parent_[i] >= i || depth_[i] != depth_[parent_[i]] + 1) {
      return false;
    }
  }
  return true;
}

void Flame::IndexRows() {
  const std::uint32_t deepest =
      depth_.empty() ? 0 : *std::max_element(depth_.begin(), depth_.end());
  row_begin_.assign(depth_.empty() ? 1 : deepest + 2, 0);
  for (const std::uint32_t depth : depth_) ++row_begin_[depth + 1];
  std::partial_sum(row_begin_.begin(), row_begin_.end(), row_begin_.begin());

  order_.resize(size());
  std::vector<std::uint32_t> next(row_begin_.begin(), row_begin_.end() - 1);
  for (std::uint32_t i = 0; i < size(); ++i) order_[next[depth_[i]]++] = i;

  // Boxes usually come in drawing order; the contract only says siblings do.
  const auto left = [this](std::uint32_t a, std::uint32_t b) { return x_[a] < x_[b]; };
  for (std::uint32_t row = 0; row < rows(); ++row) {
    const auto begin = order_.begin() + row_begin_[row], end = order_.begin() + row_begin_[row + 1];
    if (!std::is_sorted(begin, end, left)) std::stable_sort(begin, end, left);
  }
}

void Flame::IndexNodes() {
  if (std::is_sorted(node_.begin(), node_.end())) return;
  by_node_.resize(size());
  std::iota(by_node_.begin(), by_node_.end(), 0u);
  std::sort(by_node_.begin(), by_node_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return node_[a] < node_[b]; });
}

Box Flame::operator[](std::uint32_t i) const {
  return {node_[i], name_[i], depth_[i], x_[i], width_[i], cum_[i], flat_[i], flags_[i]};
}

RowRange Flame::Touching(std::uint32_t depth, std::int64_t begin, std::int64_t end) const {
  if (depth >= rows()) return {};
  const RowRange row = Row(depth);
  const auto first = order_.begin() + row.begin, last = order_.begin() + row.end;
  const auto low =
      std::partition_point(first, last, [&](std::uint32_t i) { return end_x(i) <= begin; });
  const auto high = std::partition_point(low, last, [&](std::uint32_t i) { return x_[i] < end; });
  return {static_cast<std::uint32_t>(low - order_.begin()),
          static_cast<std::uint32_t>(high - order_.begin())};
}

std::uint32_t Flame::Find(std::uint32_t node) const {
  if (by_node_.empty()) {
    const auto it = std::lower_bound(node_.begin(), node_.end(), node);
    if (it == node_.end() || *it != node) return kNoBox;
    return static_cast<std::uint32_t>(it - node_.begin());
  }
  const auto it =
      std::lower_bound(by_node_.begin(), by_node_.end(), node,
                       [this](std::uint32_t i, std::uint32_t n) { return node_[i] < n; });
  return it == by_node_.end() || node_[*it] != node ? kNoBox : *it;
}

std::optional<Box> Flame::Pick(std::uint32_t depth, std::int64_t x) const {
  const RowRange here = Touching(depth, x, x + 1);
  if (here.empty()) return std::nullopt;
  return (*this)[order_[here.begin]];
}

// Where it lies is all that a box of a sketch has in common with the same box of the answer.
Box Flame::Settled(const Box& box) const {
  if (!box.OfSketch() || sketch()) return box;
  return box.depth < rows() ? Pick(box.depth, box.x).value_or(Box()) : Box();
}

std::vector<Box> Flame::Path(std::uint32_t index) const {
  std::vector<Box> path;
  for (std::uint32_t i = index; i < size(); i = i == 0 ? kNoBox : parent_[i]) {
    path.push_back((*this)[i]);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::optional<Box> Flame::Parent(const Box& box) const {
  const std::uint32_t index = Find(box.node);
  if (index == kNoBox || index == 0) return std::nullopt;
  return (*this)[parent_[index]];
}

std::optional<Box> Flame::HeaviestChild(const Box& box) const {
  const RowRange below = Touching(box.depth + 1, box.x, box.end());
  std::uint32_t best = kNoBox;
  for (std::uint32_t place = below.begin; place < below.end; ++place) {
    const std::uint32_t i = order_[place];
    if (best == kNoBox || width_[i] > width_[best]) best = i;
  }
  if (best == kNoBox) return std::nullopt;
  return (*this)[best];
}

std::optional<Box> Flame::Neighbour(const Box& box, int step) const {
  if (box.depth >= rows()) return std::nullopt;
  const RowRange row = Row(box.depth);
  const RowRange here = Touching(box.depth, box.x, std::max(box.end(), box.x + 1));
  if (here.empty()) return std::nullopt;
  if (step < 0 ? here.begin == row.begin : here.begin + 1 >= row.end) return std::nullopt;
  return (*this)[order_[step < 0 ? here.begin - 1 : here.begin + 1]];
}

}  // namespace burnglass
