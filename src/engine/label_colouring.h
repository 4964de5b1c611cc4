// The answer to a LabelColoursQuestion, worked out in slices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/label_costs.h"
#include "analysis/label_parts.h"
#include "engine/open_profile.h"
#include "message/message.h"

namespace burnglass {

class LabelColouring {
 public:
  // `open` must outlive it. `selection` is the answer's, with its stacks.
  LabelColouring(std::uint32_t profile, const std::string& key, AnsweredPtr answered,
                 Selection selection, OpenProfile& open);

  bool IsFor(std::uint32_t profile, const std::string& key, const AnsweredPtr& answered) const {
    return profile_ == profile && key_ == key && answered_ == answered;
  }

  // Works until the answer is there (true) or the budget is spent (false).
  bool Work(const Budget& budget) { return !parts_ || parts_->Work(budget); }
  // After Work returned true, once.
  Bytes Answer(const pb::Header& question);

 private:
  void PlanColumns(const LabelKeyCosts& costs);

  const std::uint32_t profile_;
  const std::string key_;
  const AnsweredPtr answered_;
  const Selection selection_;
  const NameFrames frames_;
  const std::vector<NameId> packages_;
  LabelIndex index_;
  const std::vector<LabelKeyCosts> keys_;
  const LabelKeyCosts* costs_ = nullptr;  // of `keys_`; null: no sample has the key
  std::uint32_t values_ = 0;              // that have a colour of their own
  ValueColumns columns_;
  std::optional<LabelPartsBuilder> parts_;
};

}  // namespace burnglass
