// Contention: by the type that locks who makes wait and who waits, then who is idle; and what the
// numbers mean.
#pragma once

#include <optional>

#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

class ContentionView {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height);

 private:
  void ChooseFormat(ProfileId profile, const ContentionTable& table);
  void DrawRows(Frame& frame, Rect& rest, float row_height, const ContentionTable& table);
  void DrawRow(Frame& frame, const Rect& row, std::size_t index, const ContentionTable& table);

  ScrollState scroll_, meaning_scroll_;
  float content_ = 0, meaning_ = 0;  // px high in the last frame
  ColumnFormat delay_, mean_;
  ProfileId drawn_ = 0;
};

}  // namespace burnglass::ui
