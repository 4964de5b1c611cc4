// Side panel: the table above, the selected function below; beside the graph or over it.
#pragma once

#include "ui/changes_table.h"
#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/top_table.h"

namespace burnglass::ui {

class SidePanel {
 public:
  void Draw(Frame& frame, const Layout& layout, TopTable& table);

  // As wide as the person dragged it.
  float width() const { return width_; }

 private:
  void TakeEdge(Frame& frame, const Layout& layout);

  ChangesPanel changes_;  // in place of the table, where the profile is a difference
  float width_ = kSideDefault;
  float grabbed_ = 0;  // px between the pointer and the edge
};

// "Top  418 functions", and while searching whether only matches are shown.
void DrawTopHead(Frame& frame, const Rect& head);

}  // namespace burnglass::ui
