// What is said where values or magnitudes do not add up to an int64.
#pragma once

#include "analysis/select.h"
#include "base/result.h"

namespace burnglass {

Error SumsDoNotFit(const Selection& selection);

}  // namespace burnglass
