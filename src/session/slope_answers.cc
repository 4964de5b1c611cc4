#include "session/slope_answers.h"

namespace burnglass {

SlopeTable::SlopeTable(HeldMessage answer)
    : answer_(std::move(answer)), change_(answer_->I64("change")), mean_(answer_->I64("mean")) {}

Result<SlopeTable> SlopeTable::Read(HeldMessage answer) {
  SlopeTable table(std::move(answer));
  const bool means = table.mean_.empty() || table.mean_.size() == table.change_.size();
  if (!means || table.facts().scale() <= 0 || table.profiles() == 0) {
    return Error{"the engine's slopes are damaged"};
  }
  return table;
}

std::optional<double> SlopeTable::Growth(const Box& box) const {
  if (box.node >= change_.size()) return std::nullopt;
  const double mean = mean_.empty() ? static_cast<double>(box.cum) / profiles()
                                    : static_cast<double>(mean_[box.node]) / facts().scale();
  if (mean <= 0) return std::nullopt;
  return static_cast<double>(change_[box.node]) / facts().scale() / mean;
}

}  // namespace burnglass
