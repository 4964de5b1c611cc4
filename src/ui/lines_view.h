// Lines: what each source line of one function costs, with the text of the line where the person
// gave the file; beside it the table of functions to choose from.
#pragma once

#include <string>

#include "session/source_link.h"
#include "ui/frame.h"
#include "ui/line_rows.h"
#include "ui/top_table.h"

namespace burnglass::ui {

class LinesView {
 public:
  void Draw(Frame& frame, const Rect& area, float row_height);

  // The button that chooses where links go.
  const Rect& link_anchor() const { return link_anchor_; }

 private:
  void DrawHead(Frame& frame, const Rect& head, NameId name, const Lines* lines);
  void DrawNote(Frame& frame, const Rect& line, const Lines& lines);

  TopTable functions_;
  LineRows rows_;
  Rect link_anchor_;
};

// The menu of link templates, below that button.
void DrawSourceLinks(Frame& frame, const Rect& screen, const Rect& anchor);

}  // namespace burnglass::ui
