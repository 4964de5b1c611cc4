// What one event that the profiler came upon adds to a value: a tick of the CPU clock, an
// allocation that was sampled. Chance deals in events, so it takes their size to tell how much of
// a value it may make.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "analysis/select.h"

namespace burnglass {

class EventSize {
 public:
  // The selection must outlive it.
  explicit EventSize(const Selection& selection);

  // Of the events in a sample's value. 0: the profile does not say what it counts.
  double of(std::size_t sample) const { return objects_.empty() ? size_ : SizeInHeap(sample); }

 private:
  void FindHeap(const Selection& selection);
  double SizeInHeap(std::size_t sample) const;

  double size_ = 0;                        // the same for all samples
  double period_ = 0;                      // bytes between two sampled allocations
  bool counts_objects_ = false;            // and not their bytes
  std::span<const std::int64_t> objects_;  // of a heap profile, by sample
  std::span<const std::int64_t> bytes_;
};

}  // namespace burnglass
