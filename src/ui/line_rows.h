// LineRows: the table of a function's lines, each with its cost; between them, where the source is
// at hand, the lines that cost nothing.
#pragma once

#include <string>
#include <vector>

#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class LineRows {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height, const Lines& lines);

 private:
  static constexpr std::uint32_t kNoCost = 0xffffffff;
  // A line of a file; `cost` is its place in the answer. Line 0 and no cost: the file's name.
  struct Row {
    std::uint32_t file_of = 0;  // a place in the answer of the same file
    std::uint32_t line = 0;
    std::uint32_t cost = kNoCost;
  };

  void Arrange(const Frame& frame, const Lines& lines);
  void ArrangeFile(const Lines& lines, std::size_t begin, std::size_t end, const Source* source);
  void DrawHead(Frame& frame, const Rect& head, const Lines& lines) const;
  void DrawRow(Frame& frame, const Rect& row, std::size_t index, const Lines& lines) const;
  void DrawCost(Frame& frame, const Rect& row, const LineRow& line, const Lines& lines) const;
  void DrawText(Frame& frame, const Rect& cell, const Row& row, const Lines& lines) const;

  std::vector<Row> rows_;
  std::string made_for_;  // profile, query, function, sources
  ColumnFormat flat_, cum_;
  std::int64_t most_flat_ = 0, most_cum_ = 0;
  ScrollState scroll_;
};

}  // namespace burnglass::ui
