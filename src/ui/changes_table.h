// ChangesTable: what explains the change, function by function: A, B and the difference with its
// interval; beside the graph (compact) or alone.
#pragma once

#include <string>
#include <vector>

#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class ChangesTable {
 public:
  // Fills `area` with head and rows of the active profile's changes; nothing while they are on
  // their way.
  void Draw(Frame& frame, const Rect& area, float row_height, bool compact);

 private:
  struct Columns {
    Rect a, b, delta, share, bar, name;
  };
  // Where a change lies in the bar's cell.
  struct Scale {
    double most = 1;
    float X(const Rect& bar, double value) const;
  };

  static Columns Place(const Rect& row, bool compact);
  void Choose(Frame& frame);
  void DrawHead(Frame& frame, const Columns& columns, const Rect& head);
  void DrawRow(Frame& frame, const Columns& columns, const Rect& row, std::size_t index,
               const ChangeRow& change);
  void DrawBar(Frame& frame, const Rect& bar, const ChangeRow& change) const;
  BothSides Of(const ChangeRow& change) const { return by_cum_ ? change.cum : change.flat; }

  ScrollState scroll_;
  bool by_cum_ = true;
  ColumnFormat format_;
  Scale scale_;
  std::vector<std::uint32_t> rows_;  // of the answer, those that the lens and the search leave
  std::string rows_for_;
  ProfileId revealed_of_ = 0;
  std::uint32_t revealed_ = 0;
};

// "What explains the change", and above it one sentence that says the most important of it.
class ChangesPanel {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height);

 private:
  ChangesTable table_;
};

// The sentence, and whether it is beyond noise.
std::string ChangeHeadline(const OpenProfile& profile, const ChangeTable& changes);
// What the sentence rests on.
std::string ChangeEvidence(const OpenProfile& profile, const ChangeTable& changes);

}  // namespace burnglass::ui
