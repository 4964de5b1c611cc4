// How much of a change between two profiles chance alone would make.
//
// Two answers hold at once, and the narrower one counts.
//
// *Signs.* Had every stack's difference come with the other sign just as well, as it does when
// whole samples of a file fall to the one side or the other, a function's change would be farther
// from nothing than sqrt(2 L) · sqrt(Σ d²) only once in e^L / 2 (Hoeffding); d are the differences
// of the stacks (functions and lines) that the function is in. It needs no model of the sampling;
// its price is that a change in a few stacks is never beyond it.
//
// *Events.* Where the profile tells what an event counts (analysis/event_size.h), the events of a
// stack are taken to fall to the second side with one probability p, but not each by itself: two of
// one stack go together with a correlation r. A function's change then has the variance
// p (1 - p) Σ n (1 + r (n - 1)), n being the events of its stacks, and is bounded as Bernstein
// does. r is measured, as high as it may be, by the stacks that the function is *not* in, so that
// its own change does not hide itself: it is near nothing when stacks that are in both profiles
// differ as events by themselves do, and 1 when every stack is on one side only, which makes the
// bound that of the signs.
//
// L is such that in at most one comparison of a hundred anything is called a change: shares of this
// go to the signs and the events, to the program's own functions and all others, and in each of
// these to all different numbers that could be beyond their bound at all (Tarone).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/frame_table.h"
#include "analysis/select.h"
#include "base/key_index.h"

namespace burnglass {

class ChangeNoise {
 public:
  // Adds the stacks of a side, which must outlive this, as `frames` must, those that functions are
  // named by.
  void AddSide(const Selection& selection, const FrameTable& frames, bool after);

  struct Bounds {
    double flat = 0, cum = 0;  // changes that are not larger may be chance
  };
  // By a function's printable name. What did not change costs `scale` times as much after, where
  // costs after are counted `scale_after` times.
  std::unordered_map<std::string, Bounds> Find(
      double scale, double scale_after,
      const std::function<bool(const std::string&)>& is_own) const;

 private:
  // What has the same functions and lines in both sides is one.
  struct Stack {
    double before = 0, after = 0;
    double size = 0, events = 0;  // magnitudes of all values, and how many events they are
    std::uint32_t node = 0;       // where it ends in the side that brought it first
    bool counted = true;          // it is known what an event counts
  };
  struct Side {
    const LocationTree* tree = nullptr;
    const FrameTable* frames = nullptr;
    std::vector<std::uint32_t> numbers;  // of functions, by node of the frames
    std::vector<std::uint32_t> stacks;   // by node of the tree; kNone: none ends there
    std::uint32_t first = 0;             // from here on stacks are its own

    std::span<const std::uint32_t> FramesOf(std::uint32_t node) const {
      return frames->of(tree->location[node]);
    }
  };
  struct Numbers;
  class Tally;

  std::uint32_t NumberOf(std::string name);
  std::uint32_t StackOf(std::uint64_t key, std::uint32_t node);

  std::unordered_map<std::string, std::uint32_t> number_of_;
  std::vector<std::string> names_;
  KeyIndex keys_;  // hashes of the stacks' functions and lines
  std::vector<Stack> stacks_;
  std::vector<Side> sides_;
};

}  // namespace burnglass
