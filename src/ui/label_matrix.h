// LabelMatrixTable: functions down, values of a label across; a cell is the function's share of all
// that the value costs. A click on a cell keeps the function's stacks in the samples of the value.
#pragma once

#include <string>

#include "session/label_answers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class LabelMatrixTable {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height, const LabelKey& key);

 private:
  void DrawHead(Frame& frame, const Rect& head, const LabelMatrix& matrix, std::size_t columns);
  void DrawRow(Frame& frame, const Rect& row, std::size_t index, const LabelKey& key,
               std::size_t columns);
  void DrawCell(Frame& frame, const Rect& cell, std::size_t row, std::size_t column,
                const LabelKey& key);

  ScrollState scroll_;
  std::string made_for_;  // profile, query, key, flat or cum
};

}  // namespace burnglass::ui
