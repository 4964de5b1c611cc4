// Budget: how long a slice of a long work may take. Who works in slices does some of it, asks
// Spent(), and when it is, comes back later; so even a budget of nothing gets the work done.
#pragma once

#include <chrono>

namespace burnglass {

class Budget {
 public:
  explicit Budget(double milliseconds)
      : end_(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double, std::milli>(milliseconds))) {}

  // For who wants the whole work done.
  static Budget Unlimited() { return Budget(); }

  bool Spent() const { return limited_ && Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;

  Budget() : limited_(false) {}

  Clock::time_point end_;
  bool limited_ = true;
};

}  // namespace burnglass
