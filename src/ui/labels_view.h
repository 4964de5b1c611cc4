// Labels: the keys of the profile's labels; of one of them what each value costs, or what functions
// cost in the samples with each value.
#pragma once

#include <string>

#include "ui/frame.h"
#include "ui/label_matrix.h"
#include "ui/label_values.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class LabelsView {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height);

 private:
  void DrawKeys(Frame& frame, const Rect& area, float row_height);
  void DrawKey(Frame& frame, const Rect& row, std::size_t index, const LabelKey& key);
  void DrawSide(Frame& frame, Rect& rest);
  void DrawHead(Frame& frame, Rect& rest, const LabelKey& key);

  ScrollState keys_scroll_;
  LabelValuesTable values_;
  LabelMatrixTable matrix_;
};

}  // namespace burnglass::ui
