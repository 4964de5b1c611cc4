// The sums that bound what chance makes of one number (analysis/change_noise.h says how).
#pragma once

#include <cstdint>
#include <vector>

namespace burnglass {

// What one stack is to each number that it is a part of.
struct ChanceStack {
  double deviation = 0;  // its value after, less the part p of all its values
  double size = 0;       // magnitude of all its values
  double event = 0;      // of one event; 0: not known
  std::uint64_t key = 0;
};

// How far a number may be from nothing: sqrt(2 L variance) + L step.
struct ChanceBound {
  double variance = 0, step = 0;
  double most = 0;  // farther it cannot be, whatever happens

  double At(double log_odds) const;
  // From this L on it cannot be passed at all.
  double Reach() const;
};

// One number: the stacks that it is the sum of.
class ChanceSum {
 public:
  void Add(const ChanceStack& stack, double p);
  // Stacks that are not among these yet.
  void Add(const ChanceSum& others);

  // Each of its deviations might have had the other sign.
  ChanceBound Signs() const;
  // Its events fall to one side or the other, those of a stack with this correlation.
  ChanceBound Events(double p, double correlation) const;

  // The correlation within the stacks that are not in `part`, as high as it may be; 1 where there
  // are none to tell by.
  double CorrelationWithout(const ChanceSum& part) const;

  bool counted() const { return counted_; }   // it is known what its events are
  std::uint64_t key() const { return key_; }  // of the set of its stacks

 private:
  double squares_ = 0, magnitudes_ = 0;  // of deviations
  double size_ = 0;
  double single_ = 0, together_ = 0;  // variances without correlation and what it adds at most
  double largest_event_ = 0, largest_stack_ = 0;
  double excess_ = 0, pairs_ = 0;  // of pairs of events in one stack
  std::uint64_t key_ = 0;
  bool counted_ = true;
};

// L for numbers of which any is to be beyond its bound in at most this share of comparisons.
double LogOdds(std::vector<double> reaches, double share);

}  // namespace burnglass
