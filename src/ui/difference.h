// Differences as colours and words: how much more or less a box or a function costs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "session/open_profile.h"
#include "session/session.h"
#include "ui/flame_cull.h"
#include "ui/theme.h"

namespace burnglass::ui {

// From -kDiffSteps, much less, over 0, within noise, to kDiffSteps, much more.
inline constexpr int kDiffSteps = 8;

// In percentage points of the larger side's total.
int DiffStep(double points);
Rgba DiffFill(const Theme& theme, int step);
// All of them, from the least on.
std::vector<Rgba> DiffFills(const Theme& theme);

// What the whole comparison of the active profile says; `table` may be null while it is on its way.
class Difference {
 public:
  Difference(const OpenProfile& profile, const Answers& answers);

  // Whether there is something to tell.
  explicit operator bool() const { return table_ != nullptr; }
  const ChangeTable& table() const { return *table_; }

  // Of a box of a graph that is as wide as this; of a function where boxes do not tell.
  BothSides Of(const Box& box, TreeWidth width) const;
  // Beyond noise is told of functions.
  bool Significant(NameId name) const;
  bool Seen(const Box& box, TreeWidth width) const;  // through the profile's lens
  bool Seen(const ChangeRow& row) const;

  double Points(std::int64_t change) const;
  int StepOf(const Box& box) const;
  // "+12.1 pt" where both totals are equal, else "+1.2 s"; "new" and "gone" are words of their own.
  std::string Figure(std::int64_t change) const;

 private:
  const OpenProfile& profile_;
  const ChangeTable* table_ = nullptr;
  std::string unit_;
  double total_ = 0;
};

// Gives the boxes of a difference their colours (ui/colouring.h) and dims those that are not seen
// through its lens. Nothing for other profiles.
void ColourBoxes(std::vector<SeenBox>& boxes, const OpenProfile& profile, const Answers& answers,
                 TreeWidth width);
// Changes whenever the same boxes would get others.
std::string BoxColouringKey(const OpenProfile& profile);

// The flag of a painted box that has the colour of a step.
std::uint32_t StepFlag(const OpenProfile& profile, int step);

// With a plus, or U+2212: "+1.2 s".
std::string SignedText(std::int64_t value, std::string_view unit);
std::string PointsText(double points);  // "+12.1 pt"
Rgba DiffText(const Theme& theme, std::int64_t change, bool significant);

}  // namespace burnglass::ui
