// FactSheet: what a file says about itself, as the engine tells it (FactsAnswer).
#pragma once

#include <string>
#include <vector>

#include "message/message.h"

namespace burnglass {

struct FactLine {
  std::string name, value;
};

struct FactGroup {
  std::string title;
  std::vector<FactLine> lines;
};

struct FactSheet {
  std::vector<FactGroup> groups;
  std::string few_samples;  // what to expect of so few samples; "" when there are enough
};

FactSheet ReadFactSheet(const pb::FactsAnswer& answer);

}  // namespace burnglass
