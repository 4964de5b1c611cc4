// LabelValuesTable: the values of one key by cost; a click focuses on one, a button ignores it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class LabelValuesTable {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height, const LabelKey& key);

 private:
  // A value, or one of the two lines behind all values.
  struct Row {
    std::string_view text;
    std::int64_t cost = 0;
    std::string_view focus, ignore;  // what the filters take; "" where there is none
    bool quiet = false;
    bool absent = false;  // of the samples without the key: the two filters change places
    std::optional<std::uint32_t> side = {};  // index of LabelSides
  };
  Row RowAt(const Labels& labels, const LabelKey& key, std::size_t index, std::string& text) const;
  void ChooseFormat(const Frame& frame, const LabelKey& key);
  void DrawCompare(Frame& frame, const Rect& cell, std::size_t index, const Row& values);
  void DrawRow(Frame& frame, const Rect& row, std::size_t index, const Row& values);

  ScrollState scroll_;
  ColumnFormat format_;
  std::int64_t most_ = 0;
  std::vector<SideLabels> sides_;
  std::string made_for_;  // profile, query, key
};

}  // namespace burnglass::ui
