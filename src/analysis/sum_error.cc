#include "analysis/sum_error.h"

namespace burnglass {

Error SumsDoNotFit(const Selection& selection) {
  return {"The values of sample type \"" + selection.type() +
          "\" add up to more than 9223372036854775807, the largest sum that can be held"};
}

}  // namespace burnglass
