#include "analysis/chance.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace burnglass {

double ChanceBound::At(double log_odds) const {
  return std::sqrt(2 * log_odds * variance) + log_odds * step;
}

double ChanceBound::Reach() const {
  if (most <= 0) return 0;
  if (step <= 0) return most * most / (2 * variance);
  const double root = std::sqrt(2 * variance);
  const double reach = (std::sqrt(root * root + 4 * step * most) - root) / (2 * step);
  return reach * reach;
}

void ChanceSum::Add(const ChanceStack& stack, double p) {
  squares_ += stack.deviation * stack.deviation;
  magnitudes_ += std::abs(stack.deviation);
  size_ += stack.size;
  key_ += stack.key;
  if (stack.event <= 0) {
    counted_ = false;
    return;
  }
  const double others = std::max(0.0, stack.size - stack.event);
  single_ += stack.event * stack.size;
  together_ += stack.size * others;
  largest_event_ = std::max(largest_event_, stack.event);
  largest_stack_ = std::max(largest_stack_, stack.size);
  const double events = stack.size / stack.event, deviation = stack.deviation / stack.event;
  if (events < 2) return;
  excess_ += deviation * deviation / (p * (1 - p)) - events;
  pairs_ += events * (events - 1);
}

void ChanceSum::Add(const ChanceSum& others) {
  squares_ += others.squares_;
  magnitudes_ += others.magnitudes_;
  size_ += others.size_;
  single_ += others.single_;
  together_ += others.together_;
  largest_event_ = std::max(largest_event_, others.largest_event_);
  largest_stack_ = std::max(largest_stack_, others.largest_stack_);
  excess_ += others.excess_;
  pairs_ += others.pairs_;
  key_ += others.key_;
  counted_ = counted_ && others.counted_;
}

ChanceBound ChanceSum::Signs() const { return {squares_, 0, magnitudes_}; }

ChanceBound ChanceSum::Events(double p, double correlation) const {
  const double larger = std::max(p, 1 - p);
  const double at_once =
      largest_event_ + correlation * std::max(0.0, largest_stack_ - largest_event_);
  return {p * (1 - p) * (single_ + correlation * together_), at_once * larger / 3, size_ * larger};
}

// For independent events the excess has the variance 2 · pairs, so two of its errors are added.
double ChanceSum::CorrelationWithout(const ChanceSum& part) const {
  const double pairs = pairs_ - part.pairs_;
  if (pairs < 1) return 1;
  const double measured = std::max(0.0, (excess_ - part.excess_) / pairs);
  return std::min(1.0, measured + 2 * std::sqrt(2 / pairs));
}

// Numbers that cannot be beyond their bound at the L of m numbers need not be among these m.
double LogOdds(std::vector<double> reaches, double share) {
  std::sort(reaches.begin(), reaches.end(), std::greater<>());
  std::size_t numbers = 1;
  const auto odds = [&] { return std::log(2 * static_cast<double>(numbers) / share); };
  while (numbers < reaches.size() && reaches[numbers] > odds()) ++numbers;
  return odds();
}

}  // namespace burnglass
