// What the samples with each label cost: the numbers of pprof's tags report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/label_index.h"
#include "analysis/select.h"

namespace burnglass {

struct LabelValueCost {
  std::string text;
  std::int64_t cost = 0;
  std::uint32_t number = 0;  // of the value in the LabelIndex
};

struct LabelKeyCosts {
  std::string key;
  std::uint32_t number = 0;            // of the key in the LabelIndex
  std::int64_t cost = 0;               // of all values; a sample with two of them counts twice
  std::int64_t without = 0;            // of the samples that do not have the key
  bool all = true;                     // every sample has it
  std::vector<LabelValueCost> values;  // largest magnitude first, then by text
};

// Keys by name. Adds the labels that the query lets see to the index.
std::vector<LabelKeyCosts> SumLabels(const Selection& selection, LabelIndex& index);

}  // namespace burnglass
