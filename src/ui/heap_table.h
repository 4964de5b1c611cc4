// The rows of the view Heap.
#pragma once

#include <cstdint>
#include <string>

#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class HeapRows {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height, const HeapTable& table);

 private:
  struct Columns {
    Rect inuse, bar, kept, alloc, size, rate, gained, fate, name;  // no width: not shown
  };

  static Columns Place(const Rect& row, const HeapTable& table);
  void ChooseFormats(const OpenProfile& profile, const HeapTable& table);
  void DrawHead(Frame& frame, const Rect& head, const HeapTable& table) const;
  void DrawRow(Frame& frame, const Rect& row, std::uint32_t number, const HeapTable& table);

  ScrollState scroll_;
  ColumnFormat inuse_, alloc_, rate_, gained_;
  std::int64_t most_ = 0;  // in use
  std::string formats_for_;
  std::uint32_t revealed_ = 0;
};

// "96 %" of a part of one; "–" where it is not known.
std::string KeptText(const HeapValues& values);

}  // namespace burnglass::ui
