// The labels of the flame graph and the ticks of its narrow hits: chosen once when the picture
// moves, coloured anew in every frame.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "session/answers.h"
#include "ui/flame_cull.h"
#include "ui/frame.h"

namespace burnglass::ui {

struct FlameLabel {
  std::uint32_t seen = 0;  // index into the seen boxes
  std::string text;
  std::string figure;  // at the right end; "" where there is no room
};

// For boxes of three characters and more; `figure`, such as the share of the total, from 210 px on.
std::vector<FlameLabel> MakeLabels(const Pen& pen, const Names& names,
                                   const std::vector<SeenBox>& seen,
                                   const std::function<std::string(const Box&)>& figure);

void DrawLabels(Frame& frame, const std::vector<FlameLabel>& labels,
                const std::vector<SeenBox>& seen, const Search* search);

// Where hits burn that their boxes cannot show: narrower than 2 px, or inside of a strip. Each is
// at least 2 px wide and as high as its box.
std::vector<Rect> MakeTicks(const Flame& flame, const CullInput& input,
                            const std::vector<SeenBox>& seen, const Search& search);

// Adds those of hits that are in no box of the flame answer of the whole graph.
void AddLeftOutTicks(const CullInput& input, const Search& search, std::vector<Rect>& ticks);

// Makes one of those of a row between which no pixel is free: a pattern that all match has as many
// ticks as there are pixels.
void JoinTicks(std::vector<Rect>& ticks);

}  // namespace burnglass::ui
