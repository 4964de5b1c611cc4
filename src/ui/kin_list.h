// Kin list: who calls a function or what it calls, with what each call costs.
#pragma once

#include <string>
#include <vector>

#include "session/answers.h"
#include "session/numbers.h"
#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

struct KinSpec {
  std::string_view head;  // "Callers"
  std::string_view none;  // what is said when there are none
  const std::vector<PeekRow>& rows;
  std::int64_t of = 0;  // what percentages are of: the function's cum
  float row_height = 22;
};

class KinList {
 public:
  // A click on a row goes there.
  void Draw(Frame& frame, const Rect& area, const KinSpec& spec);

  // With its head and all of its rows.
  static float HeightOf(const KinSpec& spec);

 private:
  void DrawRows(Frame& frame, const Rect& region, const KinSpec& spec, const ColumnFormat& format);

  ScrollState scroll_;
};

}  // namespace burnglass::ui
