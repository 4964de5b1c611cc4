// What a box of a difference says when the pointer is on it.
#pragma once

#include <string>

#include "ui/difference.h"
#include "ui/flame_view.h"

namespace burnglass::ui {

struct DifferenceText {
  std::string figures;   // "A, before 250 ms (10.5 %), B, after …"
  std::string function;  // what all of its function's boxes do
};

DifferenceText DescribeDifference(const OpenProfile& profile, const Difference& difference,
                                  const Hover& hover);

float DifferenceCardHeight(const OpenProfile& profile);

// Into the card, whose ground is there; the difference has its table.
void DrawDifferenceCard(Frame& frame, const Rect& card, const Difference& difference,
                        const Hover& hover);

}  // namespace burnglass::ui
