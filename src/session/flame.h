// Flame: a FlameAnswer kept for drawing. Its boxes are found by row and place, by number, and by
// kinship; none of this knows pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/held_message.h"
#include "session/names.h"

namespace burnglass {

inline constexpr std::uint32_t kNoBox = 0xffffffff;
inline constexpr std::uint32_t kFirstSketched = 0x80000000;  // boxes of sketches, from here on

enum FlameFlags : std::uint8_t { kInlined = 1, kLeftOutChildren = 2 };

// One box by value; `node` names it in every answer to the same query.
struct Box {
  std::uint32_t node = kNoBox;
  NameId name = 0;
  std::uint32_t depth = 0;
  std::int64_t x = 0, width = 0;
  std::int64_t cum = 0, flat = 0;
  std::uint8_t flags = 0;

  explicit operator bool() const { return node != kNoBox; }
  bool OfSketch() const { return node != kNoBox && node >= kFirstSketched; }
  std::int64_t end() const { return x + width; }
};

// Two boxes are the same when their numbers are.
inline bool operator==(const Box& a, const Box& b) { return a.node == b.node; }

// Places of boxes of one row, in the order they are drawn: begin … end of Flame::Row.
struct RowRange {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
};

class Flame {
 public:
  // Reads and indexes an answer. Fails when columns do not fit each other, a parent does not stand
  // before its child one row above, or a name is not below `names`.
  static Result<Flame> Read(HeldMessage answer, std::size_t names);

  const std::string& query() const { return answer_.header().flame_answer().query(); }
  std::int64_t total() const { return facts().total(); }   // what percentages are of
  std::uint32_t depth() const { return facts().depth(); }  // deepest row of the whole tree
  std::uint32_t left_out() const { return facts().left_out(); }
  // Narrower boxes are in no answer to this query; 0: all are.
  std::int64_t least() const { return facts().least(); }
  std::int64_t min_width() const { return facts().min_width(); }
  // The answer is on its way, and has numbers of its own: see Settled.
  bool sketch() const { return facts().sketch(); }
  std::int64_t begin() const { return facts().x_begin(); }  // the range covered
  std::int64_t end() const { return facts().x_end(); }
  std::int64_t width() const { return width_.empty() ? 0 : width_[0]; }  // of the root

  std::size_t size() const { return node_.size(); }
  Box operator[](std::uint32_t index) const;
  std::uint32_t parent(std::uint32_t index) const { return parent_[index]; }

  // Rows and the boxes in them from left to right. Row `depth` is places Row(depth) of order().
  std::uint32_t rows() const { return static_cast<std::uint32_t>(row_begin_.size()) - 1; }
  RowRange Row(std::uint32_t depth) const { return {row_begin_[depth], row_begin_[depth + 1]}; }
  std::uint32_t At(std::uint32_t place) const { return order_[place]; }  // index of the box there

  std::int64_t x(std::uint32_t index) const { return x_[index]; }
  std::int64_t end_x(std::uint32_t index) const { return x_[index] + width_[index]; }
  std::int64_t width(std::uint32_t index) const { return width_[index]; }
  NameId name(std::uint32_t index) const { return name_[index]; }

  // The places of a row that touch [begin, end).
  RowRange Touching(std::uint32_t depth, std::int64_t begin, std::int64_t end) const;

  // The index of a box by its number, kNoBox when it is not in this answer.
  std::uint32_t Find(std::uint32_t node) const;

  // The box at x in a row; none where there is a gap.
  std::optional<Box> Pick(std::uint32_t depth, std::int64_t x) const;

  // The box as this answer numbers it, if it is of the sketch that came before.
  Box Settled(const Box& box) const;

  // From the root down to `index`, both included.
  std::vector<Box> Path(std::uint32_t index) const;

  std::optional<Box> Parent(const Box& box) const;
  std::optional<Box> HeaviestChild(const Box& box) const;
  // The next box of the row, whoever its parent is; `step` is 1 or -1.
  std::optional<Box> Neighbour(const Box& box, int step) const;

 private:
  explicit Flame(HeldMessage answer);
  const pb::FlameAnswer& facts() const { return answer_.header().flame_answer(); }
  bool Sound(std::size_t names) const;
  void IndexRows();
  void IndexNodes();

  HeldMessage answer_;
  std::span<const std::uint32_t> node_, parent_, depth_, name_;
  std::span<const std::int64_t> x_, width_, cum_, flat_;
  std::span<const std::uint8_t> flags_;
  std::vector<std::uint32_t> row_begin_;  // rows() + 1
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> by_node_;  // indices by ascending node; empty: they are so already
};

}  // namespace burnglass
