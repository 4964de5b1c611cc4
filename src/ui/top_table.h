// TopTable: functions by their cost, beside the graph (compact) or alone with bars and packages.
#pragma once

#include <string>

#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class TopTable {
 public:
  // Fills `area` with head and rows of the active profile's table.
  void Draw(Frame& frame, const Rect& area, float row_height, bool compact);

 private:
  struct Columns {
    Rect rank, flat, flat_bar, flat_share, sum, cum, cum_bar, cum_share, name, package;
  };

  static Columns Place(const Rect& row, bool compact);
  void ChooseFormats(const OpenProfile& profile);
  void DrawHead(Frame& frame, const Columns& columns, const Rect& area, bool compact);
  void DrawRows(Frame& frame, const Rect& region, float row_height, bool compact);
  void DrawRow(Frame& frame, const Columns& columns, const Rect& row, std::size_t index,
               const TopRow& values);
  void Reveal(const OpenProfile& profile, const Top& top, const Rect& region, float row_height);

  ScrollState scroll_;
  ColumnFormat flat_, cum_;
  std::int64_t most_flat_ = 0, most_cum_ = 0;
  std::string formats_for_;
  std::string rows_for_;  // profile, query, order: another begins at its top
  ProfileId revealed_of_ = 0;
  std::uint32_t revealed_ = 0;
};

}  // namespace burnglass::ui
