// GoroutineGroups: rows of goroutines with their numbers in both dumps; what is gone stands below.
#pragma once

#include <cstdint>
#include <string>

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class GoroutineGroups {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height, const GoroutineTable& table);

 private:
  struct Columns {
    Rect before, count, same, change, wait, state, title, creator;  // no width: not shown
  };
  Columns Place(const Rect& row, const GoroutineTable& table) const;
  void DrawHead(Frame& frame, const Rect& head, const GoroutineTable& table) const;
  void DrawRow(Frame& frame, const Rect& row, const GoroutineTable& table,
               const GoroutineRow& values);
  void DrawNumbers(Frame& frame, const Columns& columns, const GoroutineTable& table,
                   const GoroutineRow& values, bool gone) const;
  void KeepInSight(const OpenProfile& profile, const GoroutineTable& table, const Rect& region,
                   float row_height);

  ScrollState scroll_;
  std::string made_for_;  // profile, joined, grouped
  std::uint32_t revealed_ = 0;
};

}  // namespace burnglass::ui
