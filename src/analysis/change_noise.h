// How much of a change between two profiles chance alone would make.
//
// The question asked is: had every stack's difference come with the other sign just as well, as it
// does when samples fall to the one profile or the other by chance, how far from nothing would a
// function's change be? By Hoeffding's bound it is farther than
//     sqrt(2 ln(2 m / 0.01)) · sqrt(Σ d²)
// for any of m numbers in at most one comparison of a hundred; d are the differences of the stacks
// (functions and lines) that the function is in. It needs no model of the sampling, so it holds for
// CPU, heap and contention alike; its price is that a change in a single stack is never beyond it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/frame_table.h"
#include "analysis/select.h"

namespace burnglass {

class ChangeNoise {
 public:
  // Adds the stacks of a side: `weight` is -1 for what was before, otherwise what the costs of
  // after are scaled by. `frames` are those that functions are named by.
  void AddSide(const Selection& selection, const FrameTable& frames, double weight);

  struct Bounds {
    double flat = 0, cum = 0;  // changes that are not larger may be chance
  };
  // By a function's printable name; for `numbers` changes that are looked at together.
  std::unordered_map<std::string, Bounds> Find(std::size_t numbers) const;

 private:
  struct Stack {
    double difference = 0;
    std::uint32_t leaf = 0;
    std::vector<std::uint32_t> functions = {};  // each once
  };

  std::uint32_t NumberOf(std::string name);

  std::unordered_map<std::string, std::uint32_t> number_of_;
  std::vector<std::string> names_;
  std::unordered_map<std::uint64_t, Stack> stacks_;  // by a hash of their functions and lines
};

}  // namespace burnglass
